import { stem } from './stem.js'
import { isQuestionFiller } from './stop-words.js'

/**
 * English words that anybody uses for anything. One that the reports lack may be another way to say what they do say;
 * a word that is neither here nor in the reports names something that they do not cover.
 */
const EVERYDAY = `
  abandon able absent absolute accept access accident accomplish account ache achieve across act action active
  activity actual add address admin admit adopt adult advance advantage advertise advice advise affair affect afford
  afraid age agency agent agree ahead aim aint air alarm album alert alike alive allow almost alone along aloud
  alternative although amaze ambition among amount amuse ancient angle angry animal announce annoy annual another
  answer answers anxious anymore anywhere apart api apologise app apparent appeal appear apple apply appoint approach
  approve apps april archive area argue argument arise arm army around arrange arrest arrive arrow art article artist
  ashamed ask asking asleep aspect assign assist assume assure ate attach attack attempt attend attention attitude
  attract audience august aunt author authority automatic automatically available average avoid awake award aware away
  awesome awful awkward baby back backup bad bag bake balance ball ban band bank bar bare barely bargain base basic
  basis basket bath battle beach bear beat beautiful become bed beer began begin begun behave behaviour behind belief
  believe bell belong belt bench bend benefit beside best bet better beyond big bigger biggest bike bill billion bind
  bird birth birthday bit bite bitter black blame blank bleed bless blind block blog blogger blood blow blue board
  boat body boil bomb bond bone book boom boost border bore boring born borrow boss bother bottle bottleneck bottom
  bought bound bow bowl box boxes boy brag brain branch brand brave bread break breakfast breath breathe brick bridge
  brief bright brilliant bring broad broadcast broke broken brother brought brown brush budget bug build built bunch
  burden burn burst bury bus business busy butter button buy buzz cable cake calculate calendar call called calm came
  camera camp campaign cancel candidate cap capable capacity capital captain capture car card care career careful
  carpet carry case cash cast castle casual cat catch catchy category caught cause caution ceiling celebrate cell cent
  central centre century certain chain chair challenge chance change channel chapter character charge charity charm
  chart chase chat chatter chatty cheap cheaper cheapest cheat check cheer cheese chef chest chew chicken chief child
  choice choose chose chosen church cigarette circle citizen city civil claim clap class classic clean clear clever
  click client climate climb cling clock close cloth clothes cloud club clue coach coast coat code coffee cold
  collapse colleague collect college colocation color colour combine comfort coming command comment commercial commit
  common communicate community company compare compared compete competitor complain complete complex complicated
  component compromise computer con concentrate concept concern conclude concrete condition conduct conference confess
  confident config confirm conflict confuse connect cons conscious consider consist constant construct consult consume
  contact contain content contest context continue contract contrast contribute control convenient conversation
  convert convince cook cool cope copy core corner correct cost cotton couch couldve council count counter country
  county couple courage course court cousin cover covered covers cpu crack craft crash crazy cream create creature
  credit crew crime crisis criticise crop cross crowd crucial cruel cry culture cup cure curious current curtain curve
  custom customer cut cute cycle dad daily damage dance danger dare dark data database date daughter dawn db deal
  death debate debt decade december decent decide decides decision deck declare decline decorate decrease deep defeat
  defend define definite degree delay delete deliver demand demo department depend deposit depress depth derive
  describe desert deserve design desire desk despite destroy detail detect determine dev develop device devil diagram
  dialogue diamond did diet diff difference different difficult dig digital dinner direct direction dirt dirty
  disagree disappear disappoint disaster discipline discount discover discuss disease dish disk dislike display
  distance distinct distribute district disturb ditch divide division divorce document dog dollar domestic done door
  doorman double doubt download downside downtown dozen draft drag drama drank draw drawback drawer drawn dream dress
  drew drift drill drink drive driven drop drove drug drum dry due dull dump duration dust duty eager ear early earn
  earth ease easily east easy eat eaten economy edge edit edition educate effect effective efficient effort egg eight
  elect electric element eleven eliminate elsewhere emerge emergency emotion emphasis employ employee empty enable
  encounter encourage encrypt end enemy energy engage engine engineer enhance enjoy enormous ensure enter enterprise
  entertain enthusiasm entire entrance env environment episode equal equip error escape especially essay essential
  establish estate estimate even event everywhere evidence evil evolve exact exam examine example excellent except
  exchange excite exclude excuse exercise exhibit exist exit expand expect expensive experience experiment expert
  explain explode explore expo export expose express extend extent external extra extreme eye face facility fact
  factor factory fade fail failure faint fair faith fall fallen false fame familiar family fan fancy fantastic far
  farm fashion fast faster fastest fat fate father fattest fault favour favourite fear feature february federal fee
  feed feedback feel fell fellow felt female fence festival fetch few field fifty fight figure file fill film final
  finance find fine finger finish fire firm first fish fit five fix flag flame flash flat flavour fleet flew flexible
  flight float flood floor flow flower flown fly focus fold folk follow food fool foot football force foreign forest
  forever forget forgive forgot forgotten fork form formal former forth fortune forty forward fought found foundation
  four fraction frame freak free freedom freeze frequent fresh fret friday friend friendly frighten front froze frozen
  fruit frustrate fuel full fully fun function fund funny furniture future gadget gain gallery game gap garage garden
  gas gate gather gave gear general generate generous gentle genuine giant gift gimmick girl gist given glad glance
  glass global goal god gold gone gonna good gossip got gotten govern grab grade gradual grain grand grandmother grant
  grass grateful gratis grave great green greet grew grey grip gripe ground group grow grown growth guarantee guard
  guess guest guide guilty gun habit hack hadnt hair half hall hand handle handy hang happen happens happy harbour
  hard hardly hardware harm hasnt hat hate havent hazard head headache heal health healthy hear heard heart heat
  heaven heavy hed height held hell helpful hero hesitate hid hide high highlight hill hint hire history hit hobby
  hold hole holiday home honest honour hook hope horrible horse hospital host hot hotel hour house household however
  http huge human humour hundred hungry hunt hurdle hurry hurt husband hype ice id idea ideal identify identity idle
  ids ignore ill illegal image imagine immediate impact imply import important impose impossible impress improve inch
  incident incl include income increase independent indicate individual industry infect influence info inform initial
  injure inner innocent input inside insist inspect inspire install instance instant instead instruct instrument
  insult insurance intelligent intend intense interest interesting internal international internet interpret interrupt
  interview intro introduce invent invest investigate invite involve io iron island issue itd item itll jacket jam
  january jealous job join joint joke journal journey joy judge juice july jump june junior jury justice justify keen
  keep keeps kept key keynote kick kickoff kid kill kind king kiss kitchen knee knew knife knock knowledge known label
  labour lack ladder lady lake land lang language large last late latency latest latter laugh launch law lawyer lay
  layer lazy lead leader leaf leak lean leap learn least leather leave lecture led left leftover leg legal lend length
  lent lesson letter level liberal library licence license lie life lifetime lift light like likely limit limitation
  line link lip list listen literature litter little live load loan local locate lock log logic lonely long look
  looking looks loose lose loss lost loud love lovely low loyal luck lucky lunch machine mad made magazine magic mail
  main mainly maintain major majority make makers making male man manage manager manner manual map march mark market
  marry mass massive master match mate material math matter maximum meal mean meaning means meant meanwhile measure
  meat media medical medicine medium meet meeting melt member memory mental mention menu mercy merge mess message met
  metal metaphor method mgmt middle midnight might mild mile military milk mill million mind mine minimum minister
  minor minute miracle mirror misbehave misconfigure miss mistake mix mobile mode model modern modest moment monday
  money monitor month mood moon moral morning mostly mother motion motivate motor mountain mouse mouth move movie mud
  multiple murder muscle museum music mutual mystery nail naked name narrow nasty nation native nature near nearby
  nearly neat necessary neck negative neglect negotiate neighbour nerve nervous net network neutral new newbie
  newcomer newspaper next nice nickname night nine nobody nod node noise none noon normal north nose note notice
  notion novel novelty november nowhere nuclear number nurse nut obey object oblige observe obsolete obstacle obtain
  obvious occasion occupy occur ocean october octopus odd offend offer office officer official often oil old one
  online onto onwards open operate opinion opponent opportunity oppose opposite ops option orange order ordinary organ
  organise organize origin original os other others otherwise ought outage outcome outdated outlook outro outside oven
  overall overcome overhead overview owe own owned owner pace pack package page pager paid pain painful paint pair
  pale pan panel panic paper parent park parser part participant participate particular partner party pass passage
  passenger passion passive password past path patience patient pattern pause pay pc pcs peace peak peer pen penny
  people per perfect perform perhaps period permanent permit person personal persuade pet phase phone photo phrase
  physical pic pick pics picture piece pile pilot pin pink pipe pitch pitfall pity pizza place plain plan plane planet
  plant plastic plate play pleasant please pleasure plenty plot plug pocket poem poet point poison pole police policy
  polish polishing polite political pool poor pop popular population port pose position positive possess possible post
  pot potential pound pour poverty power ppl practical practice praise pray predict prefer premiere prepare
  prerequisite presence present presentation preserve president press pressure pretend pretty prevent preview previous
  price pride priest primary prime prince principle print prior priority prison private prize problem proceed process
  prod produce product profession professional professor profile profit program programmer progress project promise
  promote proof proper property proportion propose pros protect protest proud prove provide province provision public
  publish publisher pull punish purchase pure purpose pursue push put puts puzzle quality quantity quarter queen
  question quick quicker quickly quiet quit quite quote race radio rail rain raise ram ran random range rank rapid
  rare rate rather ratio raw reach react read ready real realise reality realize rear reason rebuild recall receive
  recent recipe reckon recognise recommend record recover red reduce refer reflect refuse regard region register
  regret regular reject relate relative relax release relevant relief religion rely remain remark remarkable remind
  remote remove rename rent repair repeat replace replacement reply repo represent reputation request require rescue
  research reserve resign resist resolve resource respect respond responsible rest restaurant result retain retire
  return reveal revenue reverse review revise revolution reward rewrite rhythm rice rich rid ride right ring rise
  risen risk river road rob robot rock rode role roll romantic roof room root rope rose rotate rough round route
  routine row royal rub rubbish ruin rule rumour run rush sad safe safety said sail sake salary sale salt sample sand
  sang satisfy saturday sauce save saw say scale scared scene schedule scheme school schoolbook science scientist
  score scratch scream screen screenshot script sea search season seat second secret section sector secure security
  seed seek seem seen seize seldom select self sell senior sense sensible sensitive sent sentence separate september
  sequence series serious servant serve server servers service session sessions set sets settle seven severe sex shade
  shadow shake shall shame shape share sharp shed sheet shelf shell shelter shift shine ship shirt shock shoe shook
  shoot shop shore short shortage shot shoulder shouldve shout show showed shower shown shows shrink shut shy sibling
  sick side sight sign signal significant silence silent silver similar simple since sing single sink sister sit site
  situation six size skill skin skip sky sleep slice slide slides slight slip slogan slow small smaller smallest smart
  smell smile smoke smooth snap snow soap social society soft software soil sold soldier solid solution solve somewhat
  somewhere son song soon sore sort sought soul sound soup source south space spare speak speaker special specific
  speech speed spell spend spent spin spirit spite split spoil spoke spoken sponsor sport spot spread spring spun
  square stable staff stage stain stair stalled stamp stand standard standup star start started starts startup state
  statement station statistics status stay steady steal steel steer step stick stiff still stir stole stomach stone
  stood stop stopped storage store storm story straight strange stranger strategy stream street strength stress
  stretch strict strike string strip stroke strong struck structure struggle stuck student studio study stuff style
  subject submit subscription substitute succeed success such sudden suffer sufficient sugar suggest suit suitable sum
  summary summer sun sunday supplier supply support suppose sure surface surprise surround survey survive suspect
  swallow swam swap swear sweat sweep sweet swept swim swing switch swore symbol sympathy system table tailor take
  takeaway taken takeover taking tale talent talk talks tall tap tape target task taste taught tax tea teach teacher
  team tear technical technique technology telephone television temper temperature temporary tempt ten tend tension
  term terrible test tester text theme theory therapy therefore theyd theyll thick thief thin thing things think
  thinks third thirty though thought thousand thread threat three threw throat throughput throw thrown thumb thursday
  thus tidy tie tight till time timeline tiny tip tire tired title tmrw toast today toe together toilet told tomorrow
  ton tone tongue tonight took tool tooth top topic tore torn total touch tough tour tourist toward towards tower town
  toy trace track trade tradeoff tradition traffic trail train training transfer transform translate transport trap
  travel treat treatment tree tremendous trend trial trick tricky trip trouble truck true trust truth try tube tuesday
  tune tunnel turn tv twelve twenty twice twist two type typical ugly ultimate umbrella uncle under undergo underlying
  underneath understand understood unfair union unique unit unite universe university unknown unless unlike unsafe
  unused unusual upcoming update upgrade upon upper upset upside urban urge url useful user username usual vacation
  valley value van variety various vast vegetable vehicle vendor venue verdict version versus vessel via vibe victim
  victory vid video view village violent virtual virtue vision visit visitor vital vm vms voice volume volunteer vote
  voucher vs wage wait wake walk walkout wall wander war warm warn warning wash waste watch water wave weak weakness
  wealth weapon wear weather web wed wedding wednesday week weekend weigh weight weird welcome went west wet whatever
  whats wheel whenever whereas wheres wherever whether whisper whistle white whiteboard whod whoever whole wide
  widespread wife wild willing win wind window wine wing winner winter wipe wire wise wish witness woke woman won
  wonder wonderful wood word wore work workaround worker working works workshop world worn worry worse worst worth
  wouldve wound wrap write writer written wrong wrote yank yard year yearly yellow yesterday yield youd youll young
  youth zero zone`

const stems: ReadonlySet<string> = new Set(EVERYDAY.trim().split(/\s+/).map(stem))

/** Endings that a stem keeps: `quickly`, `fatter`, `fattest`. */
const ENDING = /(?:ly|er|est|ier|iest)$/u
/** `3am`, `10x`, `2nd`: a count of something. */
const COUNT = /^\d+(?:am|pm|st|nd|rd|th|x|k|m|gb|mb|h|s|min)?$/u

export const isEveryday = (form: string): boolean =>
  isQuestionFiller(form) || COUNT.test(form) || stems.has(stem(form)) || stems.has(stem(form.replace(ENDING, '')))
