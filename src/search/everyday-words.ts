import { stem } from './stem.js'
import { isQuestionFiller } from './stop-words.js'

/**
 * English words that anybody uses for anything. One that the reports lack may be another way to say what they do say;
 * a word that is neither here nor in the reports names something that they do not cover.
 */
const EVERYDAY = `
  abandon able abnormal abroad absence absent absolute abundance accelerate accept access accident accidental
  accompany accomplish accord account accurate ache achieve acknowledge acquire across act action active activity
  actual acute adapt add address adequate adjacent adjust admin administer admit adopt adult advance advantage
  adverse advertise advice advise affair affect afford aforementioned afraid against age agency agent aggressive
  agree ahead aid aim aint air alarm album alert alike alive allocate allow almost alone along alongside aloud alter
  alternative although altogether always amaze ambiguous ambition among amongst amount amuse analyse analysis analyze
  ancient angle angry animal announce annoy annual another answer answers anticipate anxious anyhow anymore anyway
  anywhere apart api apologise apologize app apparent appeal appear apple apply appoint appreciate approach
  appropriate approve approximate apps april arbitrary archive area argue argument arise arm army around arrange
  array arrest arrive arrow art article artificial artist ascertain ashamed aside ask asking asleep aspect assemble
  assess assign assist associate assume assumption assure async ate attach attack attain attempt attend attention
  attitude attract attribute audience augment august aunt author authority automatic automatically autumn available
  average avoid await awake award aware away awesome awful awkward baby back backup bad bag bake balance ball ban
  band bank bar bare barely bargain base basic basis basket bath battle beach bear beat beautiful become bed beer
  began begin begun behave behaviour behind belief believe bell belong belt bench bend beneath benefit beside best
  bet better beyond bias big bigger biggest bike bill billion bind bird birth birthday bit bite bitter black blame
  blank bleed bless blind block blog blogger blood blow blue board boat body boil bomb bond bone book boom boost
  border bore boring born borrow boss bother bottle bottleneck bottom bought bounce bound bow bowl box boxes boy brag
  brain branch brand brave bread break breakfast breath breathe brick bridge brief bright brilliant bring broad
  broadcast broke broken brother brought brown browse brush budget bug build built bunch burden burn burst bury bus
  business busy butter button buy buzz cable cake calculate calendar call called calm came camera camp campaign
  cancel candidate cannot cap capability capable capacity capital captain capture car card care career careful carpet
  carry case cash cast castle casual cat catch catchy category caught cause caution ceiling celebrate cell cent
  central centre century certain chain chair challenge chance change channel chaos chaotic chapter character
  characteristic charge charity charm chart chase chat chatter chatty cheap cheaper cheapest cheat check checkbox
  cheer cheese chef chest chew chicken chief child choice choose chose chosen church cigarette circle circumstance
  citizen city civil claim clap clarify class classic classify clean clear clever click client climate climb cling
  clock close closely cloth clothes cloud club clue coach coarse coast coat code coffee cold collaborate collapse
  colleague collect college colocation color colour combination combine comfort coming command comment commercial
  commit common communicate community company compare compared comparison compatible compensate compete competitor
  compile complain complete complex complicated component composed comprehensive comprise compromise compute computer
  con conceive concentrate concept concern concise conclude concrete condition conduct conference confess confident
  config confirm conflict confuse connect cons conscious consequence consider considerable consist consolidate
  constant constrain construct consult consume contact contain content contest context continue contract contradict
  contrary contrast contribute control convenience convenient conversation convert convince cook cool cooperate cope
  copy core corner correct correspond cost cotton couch couldve council count counter country county couple courage
  course court cousin cover covered covers cpu crack craft crash crave crazy cream create creature credit crew crime
  crisis criteria critical criticise crop cross crowd crucial cruel cry culture cumbersome cup curb cure curious
  current curtain curve custom customer cut cute cycle dad daily damage dance danger dare dark dash data database
  date daughter dawn db dead deadly deal death debate debt decade december decent decide decides decision deck
  declare decline decorate decrease deem deep default defeat defend define definite degree delay delete delight
  deliver demand demo demonstrate denied dense department depend deploy deposit deprecate depress deprive depth
  derail derive descend describe desert deserve design desire desk despite destination destroy detail detect
  determine dev develop deviate device devil diagnose diagram dialogue diamond did die dies diet diff difference
  different difficult dig digital diminish dinner direct direction directory dirt dirty disagree disappear disappoint
  disaster discard discipline discontinue discount discover discuss disease dish disk dislike display dispute
  distance distant distinct distract distribute district disturb ditch diverse divide division divorce document dog
  dollar domestic dominant dominate done door doorman double doubt downgrade download downside downtown dozen draft
  drag drain drama dramatic drank draw drawback drawer drawn dream dress drew drift drill drink drive driven drop
  drove drug drum dry due dull dump duplicate duration dust duty dying eager ear earlier early earn earth ease easily
  east easy eat eaten economy edge edit edition educate effect effective efficient effort egg eight elaborate elderly
  elect electric element eleven eligible eliminate elsewhere embed emerge emergency emit emotion emphasis employ
  employee empower empty enable enact enclose encounter encourage encrypt end endanger endorse enemy energy enforce
  engage engine engineer enhance enjoy enormous enough ensure enter enterprise entertain enthusiasm entire entrance
  env environment episode equal equation equip equivalent error escape especially essay essential establish estate
  estimate etc evaluate even event eventually every everyday everywhere evidence evident evil evolve exact exam
  examine example exceed excellent except excess exchange excite exclude exclusive excuse execute exempt exercise
  exhibit exist exit expand expect expensive experience experiment expert expire explain explanation explicit explode
  exploit explore expo export expose express extend extent external extra extreme eye face facility fact factor
  factory fade fail failure faint fair faith fall fallen false fame familiar family famous fan fancy fantastic far
  farm fashion fast faster fastest fat fate father fattest fault favour favourite fear feasible feature february
  federal fee feed feedback feel fell fellow felt female fence festival fetch few field fifteen fifth fifty fight
  figure file fill film final finance find fine finger finish fire firm first fish fit five fix flag flame flash flat
  flavour fleet flew flexible flight float flood floor flow flower flown fluctuate fly focus fold folder folk follow
  food fool foot football forbid force foreign foresee forest forever forget forgive forgot forgotten fork form
  formal former formula forth fortune forty forum forward foster fought found foundation four fourth fraction fragile
  frame freak free freedom freeze frequency frequent fresh fret friday friend friendly frighten front froze frozen
  fruit frustrate fuel fulfil full fully fun function fund funny furniture furthermore future gadget gain gallery
  game gap garage garden gas gate gather gave gear general generate generous gentle genuine genuinely giant gift
  gimmick girl gist given glad glance glass global goal god gold gone gonna good gossip got gotten govern grab
  graceful grade gradual grain grand grandmother grant grass grateful gratis grave great green greet grew grey grip
  gripe ground group grow grown growth guarantee guard guess guest guide guideline guilty gun habit hack hadnt hair
  half hall halt hand handle handy hang happen happens happy harbour hard hardly hardware harm harmful hasnt hat hate
  havent hazard head headache heal health healthy hear heard heart heat heaven heavy hed height held hell helpful
  hence hero herself hesitate hid hide high highlight hill himself hinder hinge hint hire history hit hobby hold hole
  holiday home honest honour hook hope horrible horse hospital host hot hotel hour house household however http huge
  human humour hundred hungry hunt hurdle hurried hurry hurt husband hype hypothesis ice id idea ideal identify
  identity idle ids ignorant ignore ill illegal illustrate image imagine imitate immediate impact impair implement
  implicit imply import important impose impossible impress improve inbox inch incident incl incline include income
  increase independent indicate individual industry inefficient infect influence info inform infra inherit initial
  initiate injure inner innocent input inside insight insist inspect inspire install instance instant instead
  instruct instrument insufficient insult insurance intact integrate intelligent intend intense interact interest
  interesting interfere interim intermediate internal international internet interpret interrupt intervene interview
  intro introduce invent invest investigate invite invoke involve io iron irrelevant island isolate issue itd item
  itll jacket jam january jealous jeopardise job join joint joke journal journey joy judge juggle juice july jump
  june junior jury justice justify keen keep keeps kept key keyboard keynote kick kickoff kid kill kind kinda king
  kiss kitchen knee knew knife knock knowledge known label labour lack ladder lady lake land lang language laptop
  large last lastly late latency later latest latter laugh launch law lawyer lay layer lazy lead leader leaf leak
  lean leap learn least leather leave lecture led left leftover leg legacy legal leisure lend length lent less lessen
  lesser lesson letter level liberal library licence license lie life lifetime lift light like likelihood likely
  limit limitation line linear link lip list listen literally literature litter little live lively load loan local
  locate lock log logic login logout lonely long look looking looks loop loose lose loss lost loud love lovely low
  loyal luck lucky lunch machine mad made magazine magic mail main mainly maintain major majority make makers making
  male man manage manager mandatory manipulate manner manual map march mark market marry mass massive master match
  mate material math matter mature maximum meal mean meaning means meant meanwhile measure meat media medical
  medicine medium meet meeting melt mem member memory mental mention menu mercy merge mess message messy met metal
  metaphor method mgmt mid middle midnight might migrate mild mile military milk mill million mind mine minimal
  minimum minister minor minus minute miracle mirror misbehave misconfigure miserable mislead miss mistake mitigate
  mix mobile mode model modern modest modify moment monday money monitor month mood moon moral moreover morning
  mostly mother motion motivate motor mount mountain mouse mouth move movie mud multiple murder muscle museum music
  mutual mystery nail naked name namely narrow nasty nation native nature near nearby nearly neat necessary neck
  negative neglect negotiate neighbour neither nerve nervous net network neutral never nevertheless new newbie
  newcomer newspaper next nice nickname night nightmare nine nobody nod node noise nominate none noon normal north
  nose notable note notice notify notion notorious novel novelty november nowadays nowhere nuclear nuisance number
  numerous nurse nut obey object oblige observe obsolete obstacle obtain obvious occasion occupy occur ocean october
  octopus odd offend offer office officer official offline offset often oil old one ongoing online onset onto onwards
  open operate opinion opponent opportunity oppose opposite ops optimise option optional orange order ordinary organ
  organise organize origin original os other others otherwise ought outage outcome outdated outer outlook outperform
  output outro outside outweigh oven overall overcome overhead overlap overlook overrun oversee overview overwrite
  owe own owned owner pace pack package page pager paid pain painful paint pair pale pan panel panic paper parallel
  params parent park parser part partial participant participate particular partner party pass passage passenger
  passion passive password passwords past patch path patience patient pattern pause pay pc pcs peace peak peculiar
  peer pen penny people per perceive percent percentage perf perfect perform perhaps period periodic permanent permit
  persist person personal persuade pet phase phone photo phrase physical pic pick pics picture piece pile pilot pin
  pink pipe pitch pitfall pity pizza place plain plan plane planet plant plastic plate plausible play pleasant please
  pleasure plenty plot plug plus pocket poem poet point poison pole police policy polish polishing polite political
  pool poor pop popular population port portion pose position positive possess possible post postpone pot potential
  pound pour poverty power ppl practical practice praise pray precise predict predominant prefer preliminary premiere
  prepare prerequisite presence present presentation preserve president press pressure presumably pretend pretty
  prevail prevent preview previous price pride priest primary prime prince principle print prior priority prison
  private prize probable probably problem procedure proceed process prod produce product profession professional
  professor profile profit program programmer progress prohibit project prominent promise promote prompt prone proof
  propagate proper property proportion propose pros protect protest proud prove provide province provision provoke
  public publish publisher pull punish purchase pure purge purpose pursue push put puts puzzle quality quantity
  quarrel quarter queen question quick quicker quickly quiet quit quite quote race radio rail rain raise ram ran
  random range rank rapid rare rate rather ratio raw reach react read readily ready real realise reality realize rear
  reason reboot rebuild recall receive recent recipe reckless reckon recognise recommend record recover red redo
  redone reduce reduction redundant refer refine reflect refuse regain regard regardless region register regret
  regular reinforce reject relate relative relax release relevant reliable relief religion relocate reluctant rely
  remain remainder remark remarkable remedy remind remote remove rename render renew renown rent repair repeat
  repetitive replace replacement replicate reply repo represent reputation request require rescue research resemble
  reserve reshape resign resist resize resolve resource respect respond responsible rest restart restaurant restore
  restrain restrict result resume retain retire retrieve retry return reuse reveal revenue reverse revert review
  revise revive revolution reward rewind rewrite rhythm rice rich rid ride right rigorous ring ripe rise risen risk
  rival river road rob robot robust rock rode role roll rollback romantic roof room root rope rose rotate rotten
  rough round route routine row royal rub rubbish ruin rule rumour run rush sacrifice sad safe safety said sail sake
  salary sale salt sample sand sang satisfy saturday sauce save saw say scale scarce scared scatter scenario scene
  schedule scheme school schoolbook science scientist scope score scrap scratch scream screen screenshot script
  scroll sea seamless search season seat second secret section sector secure security seed seek seem seen seize
  seldom select self sell seller senior sense sensible sensitive sent sentence separate september sequence series
  serious servant serve server servers service session sessions set sets settle setup seven severe sex shade shadow
  shake shall shame shape share sharp shed sheet shelf shell shelter shift shine ship shirt shock shoe shook shoot
  shop shore short shortage shorten shot shoulder shouldve shout show showed shower shown shows shrink shut shy
  sibling sick side sight sign signal significant signup silence silent silver similar simple simultaneous since sing
  single sink sister sit site situation six size sketch skill skin skip sky sleep slice slide slides slight slip
  slipped slogan sloppy slow small smaller smallest smart smell smile smoke smooth snap snow soap social society soft
  software soil sold soldier solid solution solve somehow sometimes somewhat somewhere son song soon sophisticated
  sore sort sought soul sound soup source south space spare speak speaker special specific specify speculate speech
  speed spell spend spent spin spirit spite split spoil spoke spoken sponsor spontaneous sport spot spread spring
  spun square squeeze stability stable staff stage staging stain stair stall stalled stamp stance stand standard
  standup star start started startle starts startup state statement station statistics status stay steady steal steel
  steer step stepwise stick stiff still stimulate stir stole stomach stone stood stop stopped storage store storm
  story straight straightforward strange stranger strategy stream street strength strengthen stress stretch strict
  strike string strip stroke strong struck structure struggle stuck student studio study stuff stumble style subject
  submit subscription subsequent subset substantial substitute subtle succeed success such sudden suffer suffice
  sufficient sugar suggest suit suitable sum summarise summary summer sun sunday superior supplement supplier supply
  support suppose suppress sure surf surface surpass surprise surround survey survive suspect suspend sustain swallow
  swam swap swear sweat sweep sweet swept swiftly swim swing switch swore symbol sympathy sync synonym system table
  tackle tailor take takeaway taken takeover taking tale talent talk talks tall tangible tap tape target task taste
  taught tax tea teach teacher team tear technical technique technology tedious telephone television temper
  temperature temporary tempt ten tend tendency tension term terrible test tester text theme theory therapy thereby
  therefore theyd theyll thick thief thin thing things think thinks third thirty thorough though thought thousand
  thread threat threaten three threw thrice throat throughout throughput throw thrown thumb thursday thus tidy tie
  tight till time timeline tiny tip tire tired title tmrw toast today toe together toggle toilet told tolerate
  tomorrow ton tone tongue tonight took tool tooth top topic tore torn total touch tough tour tourist toward towards
  tower town toy trace track trade tradeoff tradition traffic trail train training transfer transform transition
  translate transparent transport trap travel treat treatment tree tremendous trend trial trick tricky trigger trip
  trivial trouble troubled truck true trust trustworthy truth try tube tuesday tune tunnel turn tv tweak twelve
  twenty twice twin twist two type typical ubiquitous ugly ultimate umbrella unable unaware uncle unclear undelete
  under undergo underlying underneath understand understood undesirable undo undone unexpected unfair unfortunately
  uniform uninstall union unique unit unite universe university unknown unless unlike unlikely unplug unrelated
  unsafe unsure unused unusual unzip upcoming update upgrade uphill upon upper upset upside urban urge urgent url
  usage useful useless user username usual utilise vacation vague valid valley value van vanish variable variant
  variation variety various vast vegetable vehicle vendor venue verdict verify versa version versus vessel via viable
  vibe victim victory vid video view village violate violent virtual virtue visible vision visit visitor vital vivid
  vm vms voice volume volunteer vote voucher vs vulnerable wage wait wake walk walkout wall wander war warm warn
  warning wary wash waste watch water wave weak weaken weakness wealth weapon wear weather web wed wedding wednesday
  week weekend weigh weight weird welcome went west wet whatever whats wheel whenever whereas whereby wheres wherever
  whether whilst whisper whistle white whiteboard whod whoever whole whom whose wide widely wider widespread wife
  wild willing win wind window wine wing winner winter wipe wire wise wish withdraw withstand witness woke woman won
  wonder wonderful wood word wore work workaround worker working workload works workshop world worldwide worn worry
  worse worst worth worthwhile wouldve wound wrap write writer written wrong wrote yank yard year yearly yearn yell
  yellow yes yesterday yet yield youd youll young youth zero zip zone`

export const EVERYDAY_WORDS: readonly string[] = EVERYDAY.trim().split(/\s+/)

const stems: ReadonlySet<string> = new Set(EVERYDAY_WORDS.map(stem))

/** Endings that a stem keeps: `quickly`, `fatter`, `fattest`. */
const ENDING = /(?:ly|er|est|ier|iest)$/u
/** `3am`, `10x`, `2nd`: a count of something. */
const COUNT = /^\d+(?:am|pm|st|nd|rd|th|x|k|m|gb|mb|h|s|min)?$/u

export const isEveryday = (form: string): boolean =>
  isQuestionFiller(form) || COUNT.test(form) || stems.has(stem(form)) || stems.has(stem(form.replace(ENDING, '')))
