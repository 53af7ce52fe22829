import { mapTexts, textsIn } from '../../../kernel/wording/texts.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { fromAll, type ListedText, type TextSource } from '../../../platform/texts/source.ts'
import { recordPaper } from '../commands.ts'
import { everyPaper, pastOf } from '../queries.ts'
import { anchorOf, type Paper } from '../requirements.model.ts'
import { say } from './words.ts'

/** The papers that say what an edition is about to fill: their titles, and the words of each need. */
export const paperTexts: TextSource = {
  name: 'papers',
  kinds: ['paper', 'need'],
  sayKind: (language, kind) => say(language, kind as 'paper'),
  ...fromAll(async (db, conference): Promise<ListedText[]> => {
    const papers = await papersOf(db, conference)
    return papers.flatMap((paper) =>
      [...textsIn(paper)].map(([path, text]) => ({
        id: `${paper.id}.${path}`,
        kind: path.startsWith('requirements.') ? 'need' : 'paper',
        text,
        of: path === 'title' ? null : paper.title,
        at: addressOf(paper, path),
        longest: null,
      })),
    )
  }),
  async write(db, conference, texts, { at, by }) {
    for (const before of await papersOf(db, conference)) {
      const fact = mapTexts(before, (text, path) => texts.get(`${before.id}.${path}`) ?? text)
      if (JSON.stringify(fact) === JSON.stringify(before)) continue
      await recordPaper.save(db, { fact, before, at, by }, fact)
    }
  },
  topics: async (db, conference) => [
    'requirements',
    ...(await papersOf(db, conference)).map(({ id }) => `requirements/${id}`),
  ],
  async past(db, conference, id) {
    const paper = (await papersOf(db, conference)).find((one) => id.startsWith(`${one.id}.`))
    if (!paper) return []
    const path = id.slice(paper.id.length + 1)
    const rows = await pastOf(db as Reading, `requirement-paper/${paper.id}`)
    return rows.flatMap(({ content, replacedAt: until, replacedBy: by }) => {
      const text = textsIn(content).get(path)
      return text ? [{ text, until, by }] : []
    })
  },
}

function addressOf(paper: Paper, path: string): string {
  const need = paper.requirements.find(({ id }) => path.startsWith(`requirements.${id}.`))
  return `/requirements/${paper.id}${need ? `#${anchorOf(need)}` : ''}`
}

const papersOf = async (db: Reading | Writing, conference: string): Promise<Paper[]> =>
  (await everyPaper(db as Reading)).filter((paper) => paper.conference === conference)
