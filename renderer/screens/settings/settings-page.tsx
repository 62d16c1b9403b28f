// The settings: its sections at the left, one of them open.

import { getRouteApi, Link } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useCan } from '../../components/use-can.ts'
import { CategoriesSection } from './categories-section.tsx'
import { ComputerSection } from './computer-section.tsx'
import { PracticeSection } from './practice-section.tsx'
import { ProductsSection } from './products-section.tsx'
import { neededFor, type SectionId, SECTIONS } from './sections.ts'
import { ServicesSection } from './services-section.tsx'
import styles from './settings.module.css'
import { StaffSection } from './staff-section.tsx'
import { SuggestionsSection } from './suggestions-section.tsx'
import { TaxesSection } from './taxes-section.tsx'
import { UpdatesSection } from './updates-section.tsx'

const SCREENS: Record<SectionId, ComponentType> = {
  practice: PracticeSection,
  staff: StaffSection,
  services: ServicesSection,
  products: ProductsSection,
  categories: CategoriesSection,
  taxes: TaxesSection,
  suggestions: SuggestionsSection,
  updates: UpdatesSection,
  computer: ComputerSection,
}

const route = getRouteApi('/settings/$section')

export function SettingsPage() {
  const { section } = route.useParams()
  const can = useCan()
  const shown = SECTIONS.filter((one) => {
    const needs = neededFor(one)
    return needs === undefined || can(needs)
  })
  const Section = SCREENS[section as SectionId]
  return (
    <div className={styles.settings}>
      <nav className={styles.sections} aria-label="Settings">
        {shown.map(({ id, title }) => (
          <Link
            key={id}
            to="/settings/$section"
            params={{ section: id }}
            className={styles.sectionLink}
            activeProps={{ 'data-on': true, 'aria-current': 'page' }}
          >
            {title}
          </Link>
        ))}
      </nav>
      <Section key={section} />
    </div>
  )
}
