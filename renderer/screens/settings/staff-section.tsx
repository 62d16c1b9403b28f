// The people of the practice: what they may do here, and for practitioners their hours and numbers.

import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { ROLE_WORDS } from '../../words.ts'
import { RecordList } from './record-list.tsx'
import styles from './settings.module.css'
import { StaffForm } from './staff-form.tsx'

export function StaffSection() {
  const staff = useQuery(api.staff.list.queryOptions())
  return (
    <RecordList
      title="Staff"
      subtitle="Who works here, and what they may do in Tenpack."
      newWords="New staff member"
      empty="Nobody yet."
      emptyMore="Add the people who work here."
      mayEdit="staff.edit"
      query={staff}
      nameOf={(person) => (
        <>
          <bdi>{person.name}</bdi>
          {person.isPractitioner && person.specialty ? <span className={styles.sub}>{person.specialty}</span> : null}
        </>
      )}
      offWords={(person) => (person.active ? null : 'No longer here')}
      columns={[
        { title: 'Role', cell: (person) => ROLE_WORDS[person.role] },
        { title: 'In the calendar', cell: (person) => (person.isPractitioner ? 'Yes' : '–') },
        {
          title: 'Signs in with',
          cell: (person) => [person.hasPassword && 'Password', person.hasPin && 'PIN'].filter(Boolean).join(' and ') || 'Can’t yet',
        },
      ]}
      form={(person, close) => <StaffForm person={person} onClose={close} />}
    />
  )
}
