// The people who can sign in. Many of them can be narrowed down by typing.

import { TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronRight, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { Role } from '../../../shared/domain/words.ts'
import { Avatar } from '../../components/avatar.tsx'
import { ROLE_WORDS } from '../../words.ts'
import styles from './sign-in.module.css'

const MANY = 8

interface Props {
  people: readonly { id: number; name: string; role: Role }[]
  onChoose: (id: number) => void
}

export function PeopleList({ people, onChoose }: Props) {
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const shown = people.filter((p) => p.name.toLocaleLowerCase().includes(wanted))
  return (
    <div className={styles.people}>
      {people.length > MANY ? (
        <TextInput
          aria-label="Find your name"
          placeholder="Find your name"
          data-autofocus
          autoFocus
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && shown.length === 1 && shown[0]) onChoose(shown[0].id)
          }}
        />
      ) : null}
      <ul className={styles.list} aria-label="Who are you?">
        {shown.map(({ id, name, role }, index) => (
          <li key={id}>
            <UnstyledButton className={styles.choice} autoFocus={index === 0 && people.length <= MANY} onClick={() => onChoose(id)}>
              <Avatar name={name} size={34} />
              <span className={styles.personWords}>
                <bdi className={styles.choiceName}>{name}</bdi>
                <span className={styles.role}>{ROLE_WORDS[role]}</span>
              </span>
              <IconChevronRight size={17} aria-hidden className={styles.chevron} />
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={styles.none}>Nobody of that name can sign in here.</p> : null}
    </div>
  )
}
