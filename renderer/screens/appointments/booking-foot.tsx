// The foot of booking and editing: the warning that asks once, and the button that says what it will cost.

import { Button } from '@mantine/core'
import classes from './booking.module.css'
import { focusWhenShown } from '../../components/focus-when-shown.ts'
import type { Booking } from './use-booking.ts'

interface BookingFootProps {
  booking: Booking
  formId: string
  label: string
  submitRef?: React.Ref<HTMLButtonElement>
}

export function BookingFoot({ booking, formId, label, submitRef }: BookingFootProps) {
  return (
    <div className={classes.foot}>
      {booking.warning && (
        <div className={classes.warning} role="alert">
          {booking.warning.sentence}
          <Button size="compact-md" variant="default" ref={focusWhenShown} onClick={booking.bookAnyway}>
            Book anyway
          </Button>
        </div>
      )}
      <Button ref={submitRef} className={classes.submit} type="submit" form={formId} loading={booking.sending}>
        {label} <kbd aria-hidden>↵</kbd>
      </Button>
    </div>
  )
}
