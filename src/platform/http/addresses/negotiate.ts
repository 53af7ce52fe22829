import { LANGUAGES, type Language } from '../../../kernel/language.ts'

/**
 * The language that a reader asks for by `Accept-Language` (RFC 9110 §12.5.4): the one of highest weight that we have,
 * whatever its region or script (`fr-CA`, `zh-Hant`); English where there is none.
 */
export function negotiated(header: string | null | undefined): Language {
  const wishes = (header ?? '').split(',').map((wish) => {
    const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';')
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return {
      language: LANGUAGES.find((language) => tag.split('-')[0] === language),
      weight: weight ? Number(weight.trim().slice(2)) : 1,
    }
  })
  const best = wishes
    .filter((wish) => wish.language && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]
  return best?.language ?? 'en'
}
