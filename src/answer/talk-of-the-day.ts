const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Without its apostrophe, «we're» would be the «were» of «what were the main points». */
const ASKER =
  /(?<![\p{L}\p{N}/-])(?:i|i['’]\p{L}+|im|ive|me|my|mine|myself|we|we['’]\p{L}+|weve|us|our|ours)(?![\p{L}\p{N}/-])/iu
const NOW = words(
  'today tonight tomorrow yesterday weekend afternoon am pm monday mondays tuesday tuesdays wednesday thursday friday fridays saturday sunday birthday',
)
/** What people at work talk about besides the matter itself: the office, tools, days off, food, leisure. */
const OFFICE =
  words(`appointment appraisal babysitter badge barbecue bathroom bbq beers bike bonus breakfast burger cake calendar
  canteen car carpool catering chair charger charging cleaning coffee colleague colleagues commute couch coworker
  crossword dentist desk desks dinner dishwasher dog elevator employee espresso expense expenses expensing fever
  fridge friend garage gift gifts gym haiku headphones headset heating helpdesk holiday holidays homeoffice horoscope
  hotel hr icecream intern internship intranet invitation invite invoice invoices jira kid kids kitchen laptop
  laptops lawyer locker login lottery lunch macbook maternity meeting meetings microwave mug nap office offices
  onboarding oven overtime pancakes parcel parental parking parties party password passwords pay payday payroll
  payslip payslips phone picnic pizza podcast poem postpone printer printers projector pto raffle ramen receipt
  receipts reception receptionist recruiter reimbursement rent restaurant restroom retro ride salary shower sick
  sickness snack snacks spreadsheet standup sushi taxi tennis timesheet timesheets toilet tonight umbrella vacation
  vacations vegan vet volunteer volunteers voucher vpn wallet weather wedding weekend wfh whiteboard wifi yoga zoom`)

/** Something does not work at the moment, and others may know of it. */
const MISHAP =
  /\b(?:is|are|was|seems?|looks?) (?:\w+ ){0,2}(?:down|broken|stuck|failing|green|red|slow)\b|\b(?:just me|anyone else|anybody else|who broke|not working)\b/iu

/** Asks somebody to do something rather than to tell something. */
const FAVOUR =
  /\b(?:can|could|would|will) (?:some(?:one|body)|any(?:one|body)|you)\b(?! (?:please )?(?:tell|explain|say|remember|remind|summari[sz]e|point|show))|^(?:please|pls)\b|\b(?:please|pls)$/iu

/** 1 when a message asks for a favour. */
export const asksFavour = (text: string): number => (FAVOUR.test(text.trim()) ? 1 : 0)

/** 1 when a question speaks of the asker's own affairs, which no report knows. */
export const aboutAsker = (text: string): number => (ASKER.test(text) ? 1 : 0)

/** 1 when a question is about this very day, or what does not work on it: a report is about days long gone. */
export const aboutNow = (forms: ReadonlySet<string>, text: string): number =>
  [...forms].some((form) => NOW.has(form)) || MISHAP.test(text) ? 1 : 0

/** How much of a question is office talk: 1 for two words of it. */
export const aboutOffice = (forms: ReadonlySet<string>): number =>
  Math.min(1, [...forms].filter((form) => OFFICE.has(form)).length / 2)
