import { stem } from '../search/stem.js'

/**
 * English words that anybody uses for anything. One that the reports lack may be another way to say what they do say;
 * a word that is neither here nor in the reports names something that they do not cover.
 */
const EVERYDAY = `
  abandon able absent absolute accept access accident accomplish account ache achieve across act action active
  activity actual add address admin admit adopt adult advance advantage advertise advice advise affair affect afford
  afraid age agency agent agree ahead aim air alarm album alert alike alive allow almost alone along aloud alternative
  amaze ambition among amount amuse ancient angle angry animal announce annoy annual answer anxious apart api
  apologise app apparent appeal appear apple apply appoint approach approve apps archive area argue argument arise arm
  army arrange arrest arrive arrow art article artist ashamed ask asleep aspect assign assist assume assure attach
  attack attempt attend attention attitude attract audience aunt author authority automatic available average avoid
  awake award aware away awesome awful awkward baby back backup bad bag bake balance ball ban band bank bar bare
  barely bargain base basic basis basket bath battle beach bear beat beautiful become bed beer begin behave behaviour
  behind belief believe bell belong belt bench bend benefit beside bet beyond big bike bill bind bird birth bit bite
  bitter black blame blank bleed bless blind block blog blogger blood blow blue board boat body boil bomb bond bone
  book boom boost border bore boring born borrow boss bother bottle bottleneck bottom bound bow bowl box boy brag
  brain branch brand brave bread break breakfast breath breathe brick bridge brief bright brilliant bring broad
  broadcast brother brown brush budget bug build bunch burden burn burst bury bus business busy butter button buy buzz
  cable cake calculate calendar call calm camera camp campaign cancel candidate cap capable capacity capital captain
  capture car card care career careful carpet carry case cash cast castle casual cat catch catchy category cause
  caution ceiling celebrate cell cent central centre century certain chain chair challenge chance change channel
  chapter character charge charity charm chart chase chat chatter cheap cheat check cheer cheese chef chest chew
  chicken chief child choice choose church cigarette circle citizen city civil claim clap class classic clean clear
  clever click client climate climb cling clock close cloth clothes cloud club clue coach coast coat code coffee cold
  collapse colleague collect college colocation color colour combine comfort command comment commercial commit common
  communicate community company compare compete competitor complain complete complex complicated component compromise
  computer con concentrate concept concern conclude concrete condition conduct conference confess confident config
  confirm conflict confuse connect cons conscious consider consist constant construct consult consume contact contain
  content contest context continue contract contrast contribute control convenient conversation convert convince cook
  cool cope copy core corner correct cost cotton couch council count counter country county couple courage course
  court cousin cover cpu crack craft crash crazy cream create creature credit crew crime crisis criticise crop cross
  crowd crucial cruel cry culture cup cure curious current curtain curve custom customer cut cute cycle dad daily
  damage dance danger dare dark data database date daughter dawn db deal death debate debt decade decent decide
  decision deck declare decline decorate decrease deep defeat defend define definite degree delay delete deliver
  demand demo department depend deposit depress depth derive describe desert deserve design desire desk despite
  destroy detail detect determine dev develop device devil diagram dialogue diamond diet diff difference different
  difficult dig digital dinner direct direction dirt dirty disagree disappear disappoint disaster discipline discount
  discover discuss disease dish disk dislike display distance distinct distribute district disturb ditch divide
  division divorce document dog dollar domestic door doorman double doubt download downside downtown dozen draft drag
  drama draw drawback drawer dream dress drift drill drink drive drop drug drum dry due dull dump duration dust duty
  eager ear early earn earth ease east easy eat economy edge edit edition educate effect effective efficient effort
  egg elect electric element eliminate emerge emergency emotion emphasis employ employee empty enable encounter
  encourage encrypt end enemy energy engage engine engineer enhance enjoy enormous ensure enter enterprise entertain
  enthusiasm entire entrance env environment episode equal equip error escape especially essay essential establish
  estate estimate even event evidence evil evolve exact exam examine example excellent except exchange excite exclude
  excuse exercise exhibit exist exit expand expect expensive experience experiment expert explain explode explore expo
  export expose express extend extent external extra extreme eye face facility fact factor factory fade fail failure
  faint fair faith fall false fame familiar family fan fancy fantastic far farm fashion fast fastest fat fate father
  fattest fault favour favourite fear feature federal fee feed feedback feel fellow female fence festival fetch few
  field fight figure file fill film final finance find fine finger finish fire firm first fish fit fix flag flame
  flash flat flavour fleet flexible flight float flood floor flow flower fly focus fold folk follow food fool foot
  football force foreign forest forever forget forgive fork form formal former forth fortune forward found foundation
  fraction frame freak free freedom freeze frequent fresh fret friend friendly frighten front fruit frustrate fuel
  full fun function fund funny furniture future gadget gain gallery game gap garage garden gas gate gather gear
  general generate generous gentle genuine giant gift gimmick girl gist glad glance glass global goal god gold gonna
  good gossip govern grab grade gradual grain grand grandmother grant grass grateful gratis grave great green greet
  grey grip gripe ground group grow growth guarantee guard guess guest guide guilty gun habit hack hair half hall hand
  handle hang happen happy harbour hard hardly harm hat hate hazard head headache heal health healthy hear heart heat
  heaven heavy height hell helpful hero hesitate hide high highlight hill hint hire history hit hobby hold hole
  holiday home honest honour hook hope horrible horse hospital host hot hotel hour house household http huge human
  humour hundred hungry hunt hurdle hurry hurt husband hype ice id idea ideal identify identity idle ids ignore ill
  illegal image imagine immediate impact imply import important impose impossible impress improve inch incident incl
  include income increase independent indicate individual industry infect influence info inform initial injure inner
  innocent input inside insist inspect inspire install instance instant instead instruct instrument insult insurance
  intelligent intend intense interest interesting internal international internet interpret interrupt interview
  introduce invent invest investigate invite involve io iron island issue item jacket jam jealous job join joint joke
  journal journey joy judge juice jump junior jury justice justify keen keep key keynote kick kickoff kid kill kind
  king kiss kitchen knee knife knock knowledge label labour lack ladder lady lake land language large last late
  latency latest latter laugh launch law lawyer lay layer lazy lead leader leaf leak lean leap learn least leather
  leave lecture left leftover leg legal lend length lesson letter level liberal library licence license lie life
  lifetime lift light like likely limit limitation line link lip list listen literature litter little live load loan
  local locate lock log logic lonely long look loose lose loss lost loud love lovely low loyal luck lucky lunch
  machine mad magazine magic mail main maintain major majority make makers male man manage manager manner manual map
  march mark market marry mass massive master match mate material math matter maximum meal mean meaning means measure
  meat media medical medicine medium meet meeting melt member memory mental mention menu mercy merge mess message
  metal metaphor method mgmt middle midnight might mild mile military milk mill million mind mine minimum minister
  minor minute miracle mirror misbehave misconfigure miss mistake mix mobile mode model modern modest moment money
  monitor month mood moon moral morning mother motion motivate motor mountain mouse mouth move movie mud multiple
  murder muscle museum music mutual mystery nail naked name narrow nasty nation native nature near nearby neat
  necessary neck negative neglect negotiate neighbour nerve nervous net network neutral new newbie newcomer newspaper
  next nice nickname night nobody nod noise none noon normal north nose note notice notion novel novelty nuclear
  number nurse nut obey object oblige observe obsolete obstacle obtain obvious occasion occupy occur ocean odd offend
  offer office officer official often oil old online onwards open operate opinion opponent opportunity oppose opposite
  ops option orange order ordinary organ organise organize origin original os otherwise ought outage outcome outdated
  outlook outside oven overall overcome overhead overview owe own owner pace pack package page pager pain painful
  paint pair pale pan panel panic paper parent park part participant participate particular partner party pass passage
  passenger passion passive password past path patience patient pattern pause pay pc pcs peace peak peer pen penny
  people per perfect perform perhaps period permanent permit person personal persuade pet phase phone photo phrase
  physical pick picture piece pile pilot pin pink pipe pitch pitfall pity pizza place plain plan plane planet plant
  plastic plate play pleasant please pleasure plenty plot plug pocket poem poet point poison pole police policy polish
  polite political pool poor pop popular population port pose position positive possess possible post pot potential
  pound pour poverty power ppl practical practice praise pray predict prefer premiere prepare prerequisite presence
  present preserve president press pressure pretend pretty prevent preview previous price pride priest primary prime
  prince principle print prior priority prison private prize problem proceed process prod produce product profession
  professional professor profile profit program programmer progress project promise promote proof proper property
  proportion propose pros protect protest proud prove provide province provision public publish publisher pull punish
  purchase pure purpose pursue push put puzzle quality quantity quarter queen quicker quiet quit quite quote race
  radio rail rain raise ram random range rank rapid rare rate rather ratio raw reach react read ready real realise
  reality realize rear reason rebuild recall receive recent recipe reckon recognise recommend record recover red
  reduce refer reflect refuse regard region register regret regular reject relate relative relax release relevant
  relief religion rely remain remark remarkable remind remote remove rename rent repair repeat replace replacement
  reply repo represent reputation request require rescue research reserve resign resist resolve resource respect
  respond responsible rest restaurant result retain retire return reveal revenue reverse review revise revolution
  reward rewrite rhythm rice rich rid ride right ring rise risk river road rob robot rock role roll romantic roof room
  root rope rotate rough round route routine row royal rub rubbish ruin rule rumour run rush sad safe safety sail sake
  salary sale salt sample sand satisfy sauce save scale scared scene schedule scheme school schoolbook science
  scientist score scratch scream screen screenshot script sea search season seat second secret section sector secure
  security seed seek seem seize seldom select self sell senior sense sensible sensitive sentence separate sequence
  series serious servant serve service session settle severe sex shade shadow shake shall shame shape share sharp
  sheet shelf shell shelter shift shine ship shirt shock shoe shoot shop shore short shortage shot shoulder shout
  shower shrink shut shy sibling sick side sight sign signal significant silence silent silver similar simple since
  sing single sink sister sit site situation size skill skin skip sky sleep slice slide slight slip slogan slow small
  smart smell smile smoke smooth snap snow soap social society soft soil soldier solid solution solve somewhat
  somewhere son song soon sore sort soul sound soup source south space spare speak special specific speech speed spell
  spend spin spirit spite split spoil sponsor sport spot spread spring square stable staff stage stain stair stalled
  stamp stand standard standup star start startup state statement station statistics status stay steady steal steel
  steer step stick stiff still stir stomach stone stop storage store storm story straight strange stranger strategy
  stream street strength stress stretch strict strike string strip stroke strong structure struggle student studio
  study stuff style subject submit subscription substitute succeed success such sudden suffer sufficient sugar suggest
  suit suitable sum summary summer sun supplier supply support suppose sure surface surprise surround survey survive
  suspect swallow swap swear sweat sweep sweet swim swing switch symbol sympathy system table tailor take takeaway
  takeover tale talent talk tall tap tape target task taste tax tea teach teacher team tear technical technique
  technology telephone television temper temperature temporary tempt tend tension term terrible test tester text theme
  theory therapy thick thief thin think third thought thousand thread threat throat throughput throw thumb thus tidy
  tie tight till time timeline tiny tip tire tired title toast today toe together toilet tomorrow tone tongue tonight
  tool tooth top topic total touch tough tour tourist toward tower town toy trace track trade tradeoff tradition
  traffic trail train training transfer transform translate transport trap travel treat treatment tree tremendous
  trend trial trick tricky trip trouble truck true trust truth try tube tune tunnel turn tv twice twist type typical
  ugly ultimate umbrella uncle under undergo underneath understand unfair union unique unit unite universe university
  unknown unless unlike unsafe unused unusual upcoming update upgrade upper upset upside urban urge url useful user
  username usual vacation valley value van variety various vast vegetable vehicle vendor venue verdict version vessel
  via vibe victim victory video view village violent virtual virtue vision visit visitor vital vm vms voice volume
  volunteer vote voucher vs wage wait wake walk walkout wall wander war warm warn warning wash waste watch water wave
  weak weakness wealth weapon wear weather web wedding week weekend weigh weight weird welcome west wet wheel whenever
  whereas whether whisper whistle white whiteboard whole wide widespread wife wild willing win wind window wine wing
  winner winter wipe wire wise wish witness woman wonder wonderful wood word work workaround workshop world worry
  worse worst worth wound wrap write writer wrong yank yard year yearly yellow yesterday yield young youth zero zone`

const stems: ReadonlySet<string> = new Set(EVERYDAY.trim().split(/\s+/).map(stem))

export const isEveryday = (form: string): boolean => stems.has(stem(form))
