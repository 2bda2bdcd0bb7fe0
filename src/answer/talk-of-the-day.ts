const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

const ASKER = words('i im ive id ill me my mine myself we us our ours were weve')
const NOW = words(
  'now today tonight tomorrow yesterday currently weekend afternoon noon again am pm monday mondays tuesday tuesdays wednesday thursday friday fridays saturday sunday birthday',
)
/** What people at work talk about besides the matter itself: the office, tools, days off, food, leisure. */
const OFFICE = words(`account accounts appointment approve approval badge bathroom bike bill booking book bonus boss
  breakfast build bus cab cable cake calendar candidate canteen car carpool catering chair charger charity cleaning coffee
  colleague colleagues contract couch desk desks dentist dinner dog doctor door download elevator email emails employee
  expense expenses expensing excel facility facilities fever fix fridge friend garage gate gift gym headset headphones heating
  hire hiring hr holiday holidays home hotel house icecream internship interview interviews intern invite invitation invoice
  invoices jira joke key keyboard keys kid kids kitchen laptop laptops lawyer leave lights locker login lunch macbook machine
  mail manager maternity meeting meetings merge milk mouse movie movies music mug netflixing new office offices onboarding
  order outlook overtime pancakes parcel parental parking party password passwords pay payday payroll payslip payslips pet
  phone pizza plant plants poem policy postpone printer printers projector promotion pto raise ramen receipt receipts recipe
  recruiter rent reset restart restaurant retro review reviewer ride room rooms running salary screen seat shower sick
  sickness signature snack snacks soccer song spreadsheet sprint standup sushi tax taxi team teams tennis ticket tickets tire
  timesheet timesheets tonight toilet train translate travel umbrella vacation vacations vet visa voucher vpn walk wallet
  water weather wedding weekend wfh whiteboard wifi yoga zoom`)

/** Asks somebody to do something rather than to tell something. */
const FAVOUR =
  /\b(?:can|could|would|will) (?:some(?:one|body)|any(?:one|body)|you)\b(?! (?:please )?(?:tell|explain|say|remember|remind|summari[sz]e|point|show))|^(?:please|pls)\b|\b(?:please|pls)$/iu

/** 1 when a message asks for a favour. */
export const asksFavour = (text: string): number => (FAVOUR.test(text.trim()) ? 1 : 0)

/** 1 when a question speaks of the asker's own affairs, which no report knows. */
export const aboutAsker = (forms: ReadonlySet<string>): number => (overlaps(forms, ASKER) ? 1 : 0)

/** 1 when a question is about this very day: a report is about days long gone. */
export const aboutNow = (forms: ReadonlySet<string>): number => (overlaps(forms, NOW) ? 1 : 0)

/** How much of a question is office talk: 1 for two words of it. */
export const aboutOffice = (forms: ReadonlySet<string>): number =>
  Math.min(1, [...forms].filter((form) => OFFICE.has(form)).length / 2)

const overlaps = (forms: ReadonlySet<string>, words: ReadonlySet<string>): boolean =>
  [...forms].some((form) => words.has(form.replace(/['’]/g, '')))
