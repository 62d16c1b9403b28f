// The drawer of one change of a client package.

import type { FunctionComponent } from 'react'
import type { ClientPackage } from '../client-package-words.ts'
import { MergeDrawer } from '../move/merge-drawer.tsx'
import { TransferDrawer } from '../move/transfer-drawer.tsx'
import { UpgradeDrawer } from '../move/upgrade-drawer.tsx'
import { AdjustDrawer } from './adjust-drawer.tsx'
import type { Change, Changing } from './changes.ts'
import { EarlierDrawer } from './earlier-drawer.tsx'
import { EndDrawer } from './end-drawer.tsx'
import { HoldDrawer } from './hold-drawer.tsx'
import { NotesDrawer } from './notes-drawer.tsx'
import { SplitDrawer } from './split-drawer.tsx'

interface DrawerProps {
  clientPackage: ClientPackage
  itemId?: number | undefined
  onClose: () => void
}

const DRAWERS: Record<Change, FunctionComponent<DrawerProps>> = {
  adjust: AdjustDrawer,
  earlier: EarlierDrawer,
  end: EndDrawer,
  hold: HoldDrawer,
  split: SplitDrawer,
  notes: NotesDrawer,
  transfer: TransferDrawer,
  upgrade: UpgradeDrawer,
  merge: MergeDrawer,
}

interface Props extends Omit<DrawerProps, 'itemId'> {
  changing: Changing | null
}

export function ChangeDrawer({ changing, ...props }: Props) {
  if (changing === null) return null
  const Drawer = DRAWERS[changing.change]
  return <Drawer {...props} itemId={changing.itemId} />
}
