// Who is there? Choose the person, then give the password, or the PIN where that is enough. Also the lock screen:
// then it asks for the PIN of the person who was working here, and lets another one take over.

import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Avatar } from '../../components/avatar.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { ROLE_WORDS } from '../../words.ts'
import { Doorway } from './doorway.tsx'
import { PeopleList } from './people-list.tsx'
import { SecretForm } from './secret-form.tsx'
import styles from './sign-in.module.css'

interface Props {
  /** The screen is locked and this person was working here; null when nobody is signed in. */
  lockedFor: { id: number; name: string } | null
  practiceName: string | null
  isSample: boolean
}

export function SignInPage({ lockedFor, practiceName, isSample }: Props) {
  const choices = useQuery(api.session.choices.queryOptions())
  const [chosenId, setChosenId] = useState<number | null>(lockedFor?.id ?? null)

  return (
    <Doorway title={practiceName ?? (lockedFor ? 'Locked' : 'Tenpack')} sample={isSample}>
      <QueryState query={choices} empty="Nobody can sign in yet. Ask the owner to set a password.">
        {(people) => {
          const chosen = people.find((p) => p.id === chosenId) ?? (people.length === 1 ? people[0] : undefined)
          if (!chosen) return <PeopleList people={people} onChoose={setChosenId} />
          return (
            <>
              <div className={styles.person}>
                <Avatar name={chosen.name} size={52} />
                <div className={styles.personWords}>
                  <bdi className={styles.personName}>{chosen.name}</bdi>
                  <span className={styles.role}>{ROLE_WORDS[chosen.role]}</span>
                </div>
              </div>
              <SecretForm key={chosen.id} person={chosen} isSample={isSample} />
              {people.length > 1 ? (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  leftSection={<IconArrowLeft size={15} aria-hidden />}
                  onClick={() => setChosenId(0)}
                >
                  Someone else
                </Button>
              ) : null}
            </>
          )
        }}
      </QueryState>
    </Doorway>
  )
}
