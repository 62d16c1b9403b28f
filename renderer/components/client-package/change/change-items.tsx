// The items of a client package's menu that change it or move its sessions. Each opens its drawer.

import { Menu } from '@mantine/core'
import {
  IconArrowBigUpLine,
  IconArrowUpRight,
  IconArrowsJoin,
  IconCalendarEvent,
  IconHistory,
  IconPlayerPause,
  IconPlusMinus,
  IconScale,
} from '@tabler/icons-react'
import type { ClientPackage } from '../client-package-words.ts'
import { isMovable } from '../move/movable.ts'
import type { Change } from './changes.ts'
import { isSplittable } from './splittable.ts'

interface Props {
  clientPackage: ClientPackage
  onChoose: (change: Change) => void
}

export function ChangeItems({ clientPackage, onChoose }: Props) {
  const movable = isMovable(clientPackage)
  return (
    <>
      <Menu.Divider />
      {clientPackage.items.some((item) => !item.unlimited) && (
        <Menu.Item leftSection={<IconPlusMinus size={16} aria-hidden />} onClick={() => onChoose('adjust')}>
          Adjust sessions …
        </Menu.Item>
      )}
      {clientPackage.items.some((item) => !item.isProduct) && (
        <Menu.Item leftSection={<IconHistory size={16} aria-hidden />} onClick={() => onChoose('earlier')}>
          Put earlier visits on it …
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconCalendarEvent size={16} aria-hidden />} onClick={() => onChoose('end')}>
        Change the end …
      </Menu.Item>
      <Menu.Item leftSection={<IconPlayerPause size={16} aria-hidden />} onClick={() => onChoose('hold')}>
        {clientPackage.holds.length > 0 ? 'Holds …' : 'Put on hold …'}
      </Menu.Item>
      {isSplittable(clientPackage) && (
        <Menu.Item leftSection={<IconScale size={16} aria-hidden />} onClick={() => onChoose('split')}>
          Edit the split …
        </Menu.Item>
      )}
      {movable && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconArrowUpRight size={16} aria-hidden />} onClick={() => onChoose('transfer')}>
            Transfer …
          </Menu.Item>
          {clientPackage.paymentStyle !== 'eachAppointment' && (
            <Menu.Item leftSection={<IconArrowBigUpLine size={16} aria-hidden />} onClick={() => onChoose('upgrade')}>
              Upgrade …
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconArrowsJoin size={16} aria-hidden />} onClick={() => onChoose('merge')}>
            Merge …
          </Menu.Item>
        </>
      )}
    </>
  )
}
