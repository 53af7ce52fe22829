import { z } from 'zod'
import { spelledOut } from '../conferences/shipped.ts'

const Fact = z.looseObject({ names: z.unknown().optional() })
const Facts = z.array(Fact)
const Files = {
  capabilities: z.looseObject({ capabilities: Facts }),
  categorySets: z.looseObject({ categorySets: z.array(z.looseObject({ categories: Facts })) }),
  themes: z.looseObject({ themes: z.array(z.looseObject({ foundIn: z.unknown() })) }),
  papers: z.looseObject({ papers: z.array(z.looseObject({})) }),
}

/** Names are plain words in every language, all else that speaks languages is a text: only that is spelled out. */
const withNames = ({ names, ...rest }: z.infer<typeof Fact>): object => ({
  ...(spelledOut(rest) as object),
  names,
})

export const capabilitiesFrom = (content: unknown): object[] =>
  Files.capabilities.parse(content).capabilities.map(withNames)

export const categorySetsFrom = (content: unknown): object[] =>
  Files.categorySets.parse(content).categorySets.map(({ categories, ...set }) => ({
    ...(spelledOut(set) as object),
    categories: categories.map(withNames),
  }))

export const themesFrom = (content: unknown): object[] =>
  Files.themes.parse(content).themes.map(({ foundIn, ...theme }) => ({
    ...(spelledOut(theme) as object),
    foundIn,
  }))

export const papersFrom = (content: unknown): object[] =>
  Files.papers.parse(content).papers.map((paper) => spelledOut(paper) as object)
