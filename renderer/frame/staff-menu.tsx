// Who is signed in: switch, lock, own password and PIN, light or dark, sign out.

import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { IconKey, IconLock, IconLogout, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar } from '../components/avatar.tsx'
import { SecretsDialog } from '../components/secrets-dialog.tsx'
import { showError } from '../components/show-error.tsx'
import { usePerson } from '../components/use-can.ts'
import { useHotkeyHint } from '../components/use-hotkey-hint.ts'
import { signOutNow } from '../session.ts'
import { ROLE_WORDS } from '../words.ts'
import styles from './top-bar.module.css'
import { LOCK_KEYS, useLock } from './use-lock.ts'

const SCHEMES = [
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
  { value: 'auto', words: 'Same as this computer' },
]

export function StaffMenu() {
  const person = usePerson()
  const lock = useLock()
  const hint = useHotkeyHint(LOCK_KEYS)
  const [isChanging, setChanging] = useState(false)
  const { colorScheme, setColorScheme } = useMantineColorScheme()

  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal={false} zIndex={300}>
        <Menu.Target>
          <UnstyledButton className={styles.who} aria-label={`Signed in: ${person.name}`}>
            <Avatar name={person.name} />
            <bdi className={styles.name}>{person.name}</bdi>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={styles.menuHead}>
            <bdi className={styles.menuName}>{person.name}</bdi>
            <span className={styles.menuRole}>{ROLE_WORDS[person.role]}</span>
          </div>
          <Menu.Divider />
          <Menu.Item leftSection={<IconUsers size={16} aria-hidden />} onClick={lock}>
            Switch person
          </Menu.Item>
          <Menu.Item leftSection={<IconLock size={16} aria-hidden />} rightSection={<kbd>{hint}</kbd>} onClick={lock}>
            Lock
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => setChanging(true)}>
            Change password or PIN
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>Colours</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)} aria-label="Colours">
            {SCHEMES.map(({ value, words }) => (
              <Menu.RadioItem key={value} value={value}>
                {words}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => void signOutNow().catch((error: unknown) => showError(error))}
          >
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SecretsDialog staffId={person.id} name={null} opened={isChanging} onClose={() => setChanging(false)} />
    </>
  )
}
