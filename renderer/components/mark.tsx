// The product's sign: nine pips, five used, one booked ahead, three free.

const COLUMNS = [0, 1, 2] as const

export function Mark({ size = 33 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 33 33" aria-hidden>
      {COLUMNS.map((x) => (
        <g key={x} transform={`translate(${4.5 + 12 * x} 4.5)`} fill="none" stroke="var(--accent)" strokeWidth="1.5">
          <circle r="3.75" fill="var(--accent)" />
          {x < 2 ? <circle cy="12" r="3.75" fill="var(--accent)" /> : <circle cy="12" r="3.75" />}
          {x === 2 ? <circle cy="12" r="1.7" fill="var(--accent)" stroke="none" /> : null}
          <circle cy="24" r="3.75" stroke="var(--line-strong)" />
        </g>
      ))}
    </svg>
  )
}
