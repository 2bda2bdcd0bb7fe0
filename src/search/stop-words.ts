/** Words that carry grammar, not matter: dropped from the index and from questions. */
const GRAMMAR = `a about above after again all am an and any are as at be because been before being below between both but by
can could did do does doing down during each few for from further had has have having he her here hers him his how i if in
into is it its itself just me more most my myself no nor not now of off on once only or other our ours out over own same she
should so some such than that the their theirs them themselves then there these they this those through to too under until up
very was we were what when where which while who whom why will with would you your yours us one ones also may might must shall
via per upon within without already yet ever still even much many lot lots let lets get gets got getting im ive id dont doesnt
didnt isnt arent wasnt werent cant couldnt wouldnt shouldnt wont hasnt havent thats theres heres whats whos hows wheres whens
whys youre theyre weve its thing things stuff something anything everything`

/** What people put around a question in chat. Dropped from questions only. */
const CHAT = `hey hi hello morning afternoon evening please pls plz thx thanks thank lol haha hehe btw ok okay so well um uh hmm
anyone anybody someone somebody everybody everyone guys folks team y'all yall remember know tell explain describe say says said
mention mentioned mentions sorry dumb stupid silly quick question wondering wonder curious maybe actually really exactly
basically supposedly supposed wanna gonna gotta kinda sorta like again else dear abt smth sth tho used use come came go went going w r u n q c b help need want see show give blog blogs trip topic topics guy
info information details detail report reports according wat wht wich whatre pretty bit
waht hwat wot hiya howdy yo cheers exact post posts blogger bloggers heard acc jk gist tldr rundown bro dude mate asap`

const toSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

export const GRAMMAR_WORDS = toSet(GRAMMAR)
const chat = toSet(CHAT)

export const isStopWord = (form: string): boolean => GRAMMAR_WORDS.has(form)

/** True for words that say nothing about what a question is about. */
export const isQuestionFiller = (form: string): boolean => GRAMMAR_WORDS.has(form) || chat.has(form)
