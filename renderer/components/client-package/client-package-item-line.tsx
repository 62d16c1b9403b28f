// One item of a client package: its name, its pips and what they come to in words. A product's pieces are handed over here.

import { Pips } from '../pips.tsx'
import { useClock } from '../use-clock.ts'
import { useMoney } from '../use-money.ts'
import { Pencil } from './change/pencil.tsx'
import { type ClientPackage, countWords, type Item, pipWords } from './client-package-words.ts'
import styles from './client-package.module.css'
import { HandOver } from './hand-over.tsx'
import { VisitList } from './visit-list.tsx'

interface Props {
  item: Item
  clientPackage: ClientPackage
  viewer: { id: number; name: string }
  onAdjust: () => void
}

export function ClientPackageItemLine({ item, clientPackage, viewer, onAdjust }: Props) {
  const { today } = useClock()
  const money = useMoney()
  const { lead, rest } = countWords(item, today)
  const describe = (index: number) => {
    const pip = item.pips[index]
    return pip ? pipWords(pip, item, clientPackage, { money, today, ownerName: viewer.name }) : ''
  }

  return (
    <div className={styles.item}>
      <span className={styles.label}>
        <bdi>{item.label}</bdi>
      </span>
      <Pips states={item.pips.map((pip) => pip.state)} size="l" unlimited={item.unlimited} describe={describe} />
      <span className={styles.counts}>
        {lead ? <b>{lead}</b> : rest}
        {!item.unlimited && (
          <Pencil
            clientPackage={clientPackage}
            viewerId={viewer.id}
            label={`Adjust ${item.label} of ${clientPackage.name}`}
            onClick={onAdjust}
          />
        )}
        {lead && rest && ` · ${rest}`}
        {item.isProduct && clientPackage.clientId === viewer.id && <HandOver item={item} clientPackage={clientPackage} />}
      </span>
      <VisitList item={item} describe={describe} />
    </div>
  )
}
