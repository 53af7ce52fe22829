/** What a deed was done to, and what was done, by the keys of their words. */
export interface DeedWords {
  noun: string
  verb: string
}

/** What a deed of a feature concerns where its name says nothing else; the features in the order in which one chooses. */
export const AREAS: Readonly<Record<string, string>> = {
  conferences: 'conference',
  programme: 'programme',
  'programme-reader': 'proposal',
  delegations: 'delegation',
  registration: 'registration',
  participants: 'list-of-participants',
  badges: 'badges',
  checkin: 'door',
  bilaterals: 'bilateral',
  protocol: 'protocol-order',
  arrivals: 'arrival',
  interpretation: 'interpretation',
  floor: 'list-of-speakers',
  statements: 'statement',
  'outcome-documents': 'outcome-document',
  pledges: 'pledge',
  followup: 'report',
  offers: 'offer',
  partnerships: 'calculation',
  capabilities: 'capability',
  parties: 'party',
  translations: 'text',
  people: 'account',
  accounts: 'signed-in',
  privacy: 'personal-data',
  'own-data': 'own-data',
  notifications: 'notices',
  'own-programme': 'session',
  webhooks: 'webhook',
  administration: 'mail',
  backup: 'backup',
}

/** Deeds whose names are not a verb and what it is done to. */
const NAMED: Readonly<Record<string, readonly [noun: string, verb: string]>> = {
  'accounts.make-key': ['key', 'create'],
  'accounts.sign-in': ['account', 'sign-in'],
  'accounts.sign-out': ['account', 'sign-out'],
  'administration.release': ['sending', 'enable'],
  'administration.send-again': ['mail', 'resend'],
  'administration.send-all-again': ['mail', 'resend'],
  'arrivals.call-off': ['arrival', 'call-off'],
  'arrivals.drop-officer': ['liaison-officer', 'drop'],
  'arrivals.give-officer': ['liaison-officer', 'assign'],
  'arrivals.keep-officer': ['liaison-officer', 'keep'],
  'arrivals.note-met': ['arrival', 'note'],
  'badges.set': ['badge-settings', 'set'],
  'bilaterals.drop-room': ['bilateral-room', 'drop'],
  'bilaterals.keep-room': ['bilateral-room', 'keep'],
  'capabilities.record-paper': ['requirement-paper', 'record'],
  'checkin.expire': ['scans', 'expire'],
  'conferences.explain-change': ['changes', 'explain'],
  'conferences.hand-over': ['hand-over', 'record'],
  'conferences.move-to-zone': ['time-zone', 'change'],
  'conferences.require-sign-offs': ['sign-offs', 'set'],
  'conferences.return-to': ['conference', 'return-to'],
  'conferences.take-back-hand-over': ['hand-over', 'take-back'],
  'delegations.approve': ['member', 'approve'],
  'delegations.decline-document': ['delegation-document', 'decline'],
  'delegations.expire': ['personal-data', 'expire'],
  'delegations.hand-in-document': ['delegation-document', 'hand-in'],
  'delegations.read-addresses': ['addresses', 'import'],
  'delegations.reconsider': ['member', 'reconsider'],
  'delegations.refuse': ['member', 'refuse'],
  'delegations.return': ['member', 'return'],
  'delegations.set-rules': ['delegation-rules', 'set'],
  'delegations.submit': ['member', 'submit'],
  'delegations.verify-document': ['delegation-document', 'verify'],
  'floor.absent': ['speech', 'absent'],
  'floor.adjourn': ['session', 'adjourn'],
  'floor.amend': ['speech', 'amend'],
  'floor.ask-reply': ['right-of-reply', 'ask'],
  'floor.change-settings': ['floor-settings', 'change'],
  'floor.confirm': ['speech', 'confirm'],
  'floor.end-chair': ['chair', 'end'],
  'floor.erase-speaker': ['speech', 'erase'],
  'floor.expire': ['personal-data', 'expire'],
  'floor.inscribe': ['speech', 'inscribe'],
  'floor.insert': ['speech', 'insert'],
  'floor.move': ['speech', 'move'],
  'floor.name-chair': ['chair', 'assign'],
  'floor.next': ['floor', 'give'],
  'floor.pause': ['speech-clock', 'pause'],
  'floor.raise-point': ['point-of-order', 'raise'],
  'floor.record-preset': ['floor-preset', 'record'],
  'floor.play-rehearsal': ['rehearsal', 'resume'],
  'floor.rehearse': ['rehearsal', 'resume'],
  'floor.resume': ['speech-clock', 'resume'],
  'floor.rule-on-point': ['point-of-order', 'rule'],
  'floor.start-rehearsal': ['rehearsal', 'begin'],
  'floor.set-up': ['list-of-speakers', 'create'],
  'floor.suspend': ['session', 'suspend'],
  'floor.take-preset': ['list-of-speakers', 'create'],
  'floor.withdraw': ['speech', 'withdraw'],
  'followup.answer': ['reply', 'answer'],
  'followup.call-off-review': ['review', 'call-off'],
  'followup.extend-round': ['report-round', 'change'],
  'followup.hand-in-assessment': ['assessment', 'hand-in'],
  'followup.open-round': ['report-round', 'open'],
  'followup.record-reminder': ['report-reminder', 'record'],
  'followup.remind': ['report-round', 'remind'],
  'followup.remind-in-time': ['report-round', 'remind'],
  'followup.reply': ['reply', 'record'],
  'followup.report': ['report', 'hand-in'],
  'followup.tell': ['report', 'hand-in'],
  'followup.restore-round': ['report-round', 'restore'],
  'notifications.note-stale': ['translations', 'note'],
  'notifications.read-all': ['notices', 'read'],
  'offers.subscribe': ['subscription', 'add'],
  'offers.unsubscribe': ['subscription', 'end'],
  'outcome-documents.sign-off': ['outcome-document', 'agree'],
  'outcome-documents.take-position': ['position', 'record'],
  'participants.sign-off': ['list-of-participants', 'agree'],
  'parties.record-group': ['party-group', 'record'],
  'parties.record-ordering': ['party-ordering', 'record'],
  'partnerships.calculate': ['calculation', 'begin'],
  'partnerships.finish': ['calculation', 'end'],
  'partnerships.suppose': ['calculation', 'begin'],
  'partnerships.tell-progress': ['calculation', 'report'],
  'people.end-session': ['signed-in', 'end'],
  'people.end-sessions': ['signed-in', 'end'],
  'people.found': ['account', 'create'],
  'people.invite': ['person', 'invite'],
  'pledges.amend-as-written': ['pledge', 'amend'],
  'pledges.tell-apart': ['pledge', 'tell-apart'],
  'programme.hold-session': ['session', 'hold-session'],
  'programme.prepare-release': ['programme', 'prepare'],
  'programme.shift-following': ['session', 'shift'],
  'programme.sign-off': ['programme', 'agree'],
  'protocol.add-seating': ['seating', 'add'],
  'protocol.change-seating': ['seating', 'change'],
  'protocol.release-seat': ['seat', 'release-seat'],
  'registration.expire': ['personal-data', 'expire'],
  'registration.record-preset': ['registration-preset', 'record'],
  'registration.set-form': ['registration-form', 'set'],
  'registration.take-form': ['registration-form', 'take'],
  'statements.expire': ['personal-data', 'expire'],
  'statements.name-pledges': ['statement-pledges', 'choose'],
  'translations.apply': ['translation-file', 'apply'],
  'translations.assign': ['translations', 'assign'],
  'translations.hand-in': ['translation-file', 'hand-in'],
  'webhooks.give-up': ['webhook', 'give-up'],
  'webhooks.resend-failed': ['webhook', 'resend'],
}

/**
 * `conferences.add-theme` is a theme, and that it was added: a label of two words, because no name of ours may decline in
 * a sentence. A deed that does not say what it was done to was done to what its feature is about.
 */
export function wordsOfDeed(action: string): DeedWords {
  const named = NAMED[action]
  if (named) return { noun: named[0], verb: named[1] }
  const point = action.indexOf('.')
  const [area, word] = [action.slice(0, point), action.slice(point + 1)]
  const [verb = word, ...rest] = word.split('-')
  return { noun: rest.length > 0 ? rest.join('-') : (AREAS[area] ?? area), verb }
}

/** `session/0190…` is a session, and which one; a subject without a slash is the whole of its kind. */
export function kindOfSubject(subject: string): { kind: string; id: string } {
  const slash = subject.indexOf('/')
  return slash < 0
    ? { kind: subject, id: '' }
    : { kind: subject.slice(0, slash), id: subject.slice(slash + 1) }
}
