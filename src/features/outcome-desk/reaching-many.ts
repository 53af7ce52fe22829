/** What tells many of a document in one act. */
export const REACHING_MANY = [
  'outcome-documents.circulate',
  'outcome-documents.begin-silence',
  'outcome-documents.adopt',
] as const
export type ReachingMany = (typeof REACHING_MANY)[number]

/** What tells many of one document. */
export const aboutDocument = ({
  conference,
  document,
}: {
  conference: string
  document: string
}) => ({
  actions: REACHING_MANY,
  subjects: [`outcome-document/${conference}/${document}`],
})
