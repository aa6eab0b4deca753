const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** An instant for people, in UTC: `28 Feb 2026, 23:59:59`; `time` leaves the day out. */
export function Instant({ at, time }: { at: string; time?: boolean }) {
  return (
    <time datetime={at} title={time ? undefined : at}>
      {worded(at, time)}
    </time>
  )
}

function worded(at: string, timeAlone = false): string {
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)/.exec(at) ?? []
  if (time === undefined) return at
  return timeAlone ? time : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}, ${time} UTC`
}
