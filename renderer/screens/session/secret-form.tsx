// The password or PIN of one person. After too many wrong tries the wait is counted down, and the field stays shut until it is over.

import { Anchor, Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { plural } from '../../../shared/format.ts'
import { api } from '../../api.ts'
import { refusalOf, sentenceOfError } from '../../errors.ts'
import { SAMPLE_SECRETS } from '../../../shared/sample-secrets.ts'
import styles from './sign-in.module.css'
import { useCountdown } from './use-countdown.ts'

/** "45 seconds", "12 min 5 s". */
const waitWords = (seconds: number): string =>
  seconds < 90 ? plural(seconds, 'second') : `${Math.floor(seconds / 60)} min ${seconds % 60} s`

interface Props {
  person: { id: number; hasPin: boolean; pinIsEnough: boolean }
  isSample: boolean
}

export function SecretForm({ person, isSample }: Props) {
  const [means, setMeans] = useState<'password' | 'pin'>(person.pinIsEnough ? 'pin' : 'password')
  const [secret, setSecret] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [seconds, waitFor] = useCountdown()
  const field = useRef<HTMLInputElement>(null)
  const isPin = means === 'pin'

  const onError = (error: unknown) => {
    setSecret('')
    const refusal = refusalOf(error)
    if (refusal?.code === 'signIn.wait') waitFor(refusal.details.seconds)
    if (refusal?.code === 'signIn.passwordFirst') setMeans('password')
    setProblem(refusal?.code === 'signIn.wait' ? null : sentenceOfError(error))
    field.current?.focus()
  }
  const signIn = useMutation(api.session.signIn.mutationOptions({ onError }))
  const enterPin = useMutation(api.session.enterPin.mutationOptions({ onError }))
  const busy = signIn.isPending || enterPin.isPending

  useEffect(() => {
    if (seconds === 0) field.current?.focus()
  }, [seconds, means])

  const submit = () => {
    if (busy || seconds > 0) return
    if (secret === '') return setProblem(isPin ? 'Enter your PIN.' : 'Enter your password.')
    if (isPin) enterPin.mutate({ staffId: person.id, pin: secret })
    else signIn.mutate({ staffId: person.id, password: secret })
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <PasswordInput
        ref={field}
        label={isPin ? 'PIN' : 'Password'}
        size="md"
        autoComplete="off"
        inputMode={isPin ? 'numeric' : 'text'}
        value={secret}
        disabled={seconds > 0}
        error={problem}
        visibilityToggleButtonProps={{ 'aria-label': isPin ? 'Show PIN' : 'Show password', tabIndex: 0 }}
        onChange={(event) => {
          setProblem(null)
          setSecret(isPin ? event.currentTarget.value.replace(/\D/g, '') : event.currentTarget.value)
        }}
      />
      <p className={styles.wait} role="status">
        {seconds > 0 ? `Too many wrong tries. Wait ${waitWords(seconds)}.` : null}
      </p>
      {isSample ? (
        <p className={styles.sample}>
          In the sample practice everyone’s password is <b>{SAMPLE_SECRETS.password}</b> and everyone’s PIN is <b>{SAMPLE_SECRETS.pin}</b>.
        </p>
      ) : null}
      <Button type="submit" size="md" fullWidth loading={busy} disabled={seconds > 0}>
        {isPin ? 'Unlock' : 'Sign in'}
      </Button>
      {person.hasPin && person.pinIsEnough ? (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setProblem(null)
            setSecret('')
            setMeans(isPin ? 'password' : 'pin')
          }}
        >
          {isPin ? 'Use the password instead' : 'Use the PIN instead'}
        </Anchor>
      ) : null}
    </form>
  )
}
