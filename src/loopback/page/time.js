// @ts-check

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
const seconds = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' })
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })

/** @param {string} time */
export const clockTime = (time) => format(clock, time)

/** @param {string} time */
export const fullTime = (time) => format(full, time)

/** With seconds. @param {number} time Milliseconds since the epoch. */
export const clockSeconds = (time) => seconds.format(new Date(time))

/** `Today`, or the day's name and date. @param {string} time */
export const dayName = (time) => {
  const name = format(day, time)
  return name === format(day, new Date().toISOString()) ? 'Today' : name
}

/** @param {Intl.DateTimeFormat} form @param {string} time */
const format = (form, time) => {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : form.format(date)
}
