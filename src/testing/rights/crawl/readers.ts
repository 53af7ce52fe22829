import { EVERYBODY, PARTNERS } from '../actors.ts'

/** Who stands behind a word of the list below: `desk`, `self`, `partner`, or a role. */
const AT_CONFERENCE = ['own', 'beside']
const DESK = ['host-secretariat', 'un-secretariat']

function namesFor(word: string): string[] {
  if (word === 'partner') return [PARTNERS.name]
  const [role, side] = word.split('@')
  return EVERYBODY.filter((one) => {
    if (word === 'self') return one.side === 'own' && one.role !== 'anonymous'
    if (word === 'members') return AT_CONFERENCE.includes(one.side) && !PLAIN.includes(one.role)
    if (word === 'desk' && DESK.includes(one.role)) return AT_CONFERENCE.includes(one.side)
    if (word === 'desk' || word === 'administrator') return one.role === 'administrator'
    return (
      one.role === role &&
      (side === 'conference' ? AT_CONFERENCE.includes(one.side) : one.side === 'own')
    )
  }).map(({ name }) => name)
}

const PLAIN = ['anonymous', 'account', 'administrator']

const DELEGATION = 'desk focal-point'
const AND_PROTOCOL = 'desk protocol@conference focal-point'
const ALL_DELEGATIONS =
  'desk co-chair@conference focal-point@conference delegate@conference partner'
const OWN_DELEGATION = 'desk co-chair focal-point delegate'
const OF_DELEGATION = 'focal-point delegate'
const DRAFT_OF_PROGRAMME = 'desk translator@conference'
const UNDER_REVIEW = 'desk co-chair@conference focal-point'
/** Kept, and shown on no page yet: whoever shows it says here to whom. */
const NOBODY_YET = ''
const FOCAL_POINTS = 'desk focal-point@conference partner'
const PARTIES = 'desk focal-point partner'

/**
 * Who may see what is not for everybody, by the word that stands in it (see the stage). `desk` are both secretariats of
 * the conference and administrators, `self` whoever uses the account, `members` who has a role there, a role alone those who
 * hold it for the same party, `@conference` all who hold it there.
 */
export const READERS: Readonly<Record<string, string>> = {
  'the address of an account': 'desk self',
  // Programme and papers of a conference.
  'the title of a session in draft': `${DRAFT_OF_PROGRAMME} protocol@conference interpreter@conference floor-desk@conference`,
  'the room in draft': DRAFT_OF_PROGRAMME,
  'the note of a release in preparation': 'desk',
  'the letter of a release': 'desk',
  'the text that was handed in': 'desk',
  'the draft that was circulated': ALL_DELEGATIONS,
  'the draft that was not circulated': 'desk',
  'the comment of a delegation on a draft': OWN_DELEGATION,
  'the objection of a delegation': OWN_DELEGATION,
  'the note of a position': `${OWN_DELEGATION} self`,
  // Persons.
  'the addressee of an invitation': 'desk protocol@conference',
  'the address of an invitation': 'desk protocol@conference',
  'the name of a member in draft': DELEGATION,
  'the name of a member': 'administrator members partner',
  'the name of a member that is not for publication': AND_PROTOCOL,
  'the access needs of a member': DELEGATION,
  'the address of a member': DELEGATION,
  'the telephone of a member': DELEGATION,
  'the travel of a member': DELEGATION,
  'the reason for which a member came back': DELEGATION,
  'the note of a delegation': AND_PROTOCOL,
  'the number of a note': AND_PROTOCOL,
  'the reason for which a note came back': DELEGATION,
  'the address of a journalist': 'desk',
  'the name of a journalist': 'desk protocol@conference',
  'the access needs of a journalist': 'desk',
  'the letter of a journalist': 'desk',
  // The protocol desk.
  'the name of a liaison officer': AND_PROTOCOL,
  'the flight of a delegation': AND_PROTOCOL,
  'the plan of a hall': 'desk protocol@conference',
  'the reason of an order of precedence': 'desk protocol@conference',
  'the name of a door': 'desk protocol@conference',
  'the room of a bilateral': `${AND_PROTOCOL} self`,
  'the subject of a bilateral': AND_PROTOCOL,
  // The floor.
  'the name of a speaker that is not for publication': `desk floor-desk@conference ${OF_DELEGATION}`,
  // Statements under embargo.
  'the text of a statement': 'focal-point interpreter',
  'the recording of a statement': 'focal-point interpreter',
  'the file of a statement': 'focal-point interpreter self',
  'the pledge of a statement': UNDER_REVIEW,
  // Pledges.
  'the draft of a pledge': 'focal-point',
  'the words that are being typed': 'focal-point',
  'the amendment that is being written': 'focal-point',
  'the pledge that was handed in': UNDER_REVIEW,
  'the remark of the desk': 'desk co-chair@conference',
  'the pledge that came back': DELEGATION,
  'the comment with which a pledge came back': DELEGATION,
  'the pledge under embargo': UNDER_REVIEW,
  'the pledge that can be undone': UNDER_REVIEW,
  'the pledge that is not for publication': DELEGATION,
  'the share of a pledge that is withheld': DELEGATION,
  'the condition of a pledge': DELEGATION,
  'the note of a pledge for the secretariat': DELEGATION,
  // Who together could close which gap.
  'the calculation of the desk': 'desk',
  'the proposal of which nobody was asked': 'desk',
  'the share of a party in a proposal': DELEGATION,
  'the share of its partner in a proposal': 'desk partner',
  'the note to all whom a proposal names': PARTIES,
  'the note of a party to the secretariat': DELEGATION,
  'the change of a proposal that a party asks for': DELEGATION,
  // What is offered and sought.
  'the caveat of an offer': DELEGATION,
  'the offer for the secretariat': DELEGATION,
  'the offer that its party has not confirmed': DELEGATION,
  'the offer that other delegations read': FOCAL_POINTS,
  'the need that delegations read': FOCAL_POINTS,
  'the need for the secretariat': 'desk',
  'the weight of a need': 'desk',
  // What became of them.
  'the obstacle of a report': PARTIES,
  'the evidence of a report': PARTIES,
  'the file of a report': `${PARTIES} self`,
  'the reply for the secretariat': 'desk',
  'the draft of an assessment': NOBODY_YET,
  'the assessment that was sent to its parties': PARTIES,
  'the finding of one of two who work apart': 'reviewer',
  'the error that somebody reported': 'desk',
  'the statement that is held back': 'desk',
  'the name of an endpoint': 'desk',
}

/** The names of those who may see something. */
export const mayRead = (of: string): string[] =>
  (READERS[of] ?? '').split(' ').filter(Boolean).flatMap(namesFor)
