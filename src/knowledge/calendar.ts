/** The months in English, January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The days of the week in English, Monday first as in ISO 8601. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** Any month, and any day of the week, for regular expressions. */
export const ANY_MONTH = MONTHS.join('|')
export const ANY_WEEKDAY = WEEKDAYS.join('|')
