import { compareIn, sortKeyOf } from '../../i18n/collation.ts'
import { sayNumber, setBeside } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import { say } from '../words.ts'
import { LABEL, Label, SMALL } from './drawing/label.tsx'
import { legend } from './drawing/legend.tsx'
import { type Pen, type Picture, rounded } from './drawing/picture.ts'

/** A state, as one of equal tiles. */
export interface Tile {
  /** ISO 3166 alpha-3: an identifier, the name stands beside it. */
  code: string
  name: string
  /** Under which the name sorts in the page's alphabet, where it is not the name. */
  sortKey?: string
  href: string
  /** What is counted; 0 where nothing is known. */
  count: number
}

export interface TileGroup {
  label: string
  tiles: readonly Tile[]
}

export interface TileMapOf {
  language: Language
  groups: readonly TileGroup[]
  /** What is counted: «pledges in our sample». */
  counted: string
}

/**
 * All states as equal tiles, in their groups and in the order of the page's alphabet: no shapes, no neighbours, and
 * one shade that says only whether there is anything.
 */
export function tileMap({ language, groups, counted }: TileMapOf): Picture | null {
  const ordered = groups
    .filter(({ tiles }) => tiles.length > 0)
    .map((group) => inOrder(language, group))
  if (ordered.length === 0) return null
  return {
    draw: (pen) => drawn(pen, ordered, counted),
    inPage: () => <Tiles language={language} groups={ordered} counted={counted} />,
  }
}

function inOrder(language: Language, { label, tiles }: TileGroup): TileGroup {
  const compare = compareIn(language)
  const key = ({ sortKey, name }: Tile) => sortKey ?? sortKeyOf(language, name)
  return { label, tiles: tiles.toSorted((a, b) => compare(key(a), key(b))) }
}

function Tiles({ language, groups, counted }: TileMapOf) {
  return (
    <div class="tiles">
      <p class="mark">
        <span class="tile">
          <b>{sayNumber(language, 1)}</b>
        </span>{' '}
        {counted} <span class="tile" /> {say(language, 'chart.tile.none')}
      </p>
      {groups.map(({ label, tiles }) => (
        <>
          <p class="label">{label}</p>
          <ul aria-label={label}>
            {tiles.map(({ code, name, href, count }) => (
              <li>
                <a
                  class="tile"
                  href={href}
                  title={name}
                  aria-label={labelOf(language, { code, name, count })}
                >
                  {code}
                  {count > 0 && ' '}
                  {count > 0 && <b>{sayNumber(language, count)}</b>}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}

/** What is heard begins with what is seen, «ETH 3». */
const labelOf = (
  language: Language,
  { code, name, count }: Pick<Tile, 'code' | 'name' | 'count'>,
) => setBeside(language, [count > 0 ? `${code} ${sayNumber(language, count)}` : code, name])

const TILE = 42
const GAP = 5

/** The same for a file. */
function drawn(pen: Pen, groups: readonly TileGroup[], counted: string) {
  const key = legend(pen, [
    { label: counted, sign: <Square pen={pen} count={1} width={14} height={14} /> },
    {
      label: say(pen.language, 'chart.tile.none'),
      sign: <Square pen={pen} count={0} width={14} height={14} />,
    },
  ])
  const columns = Math.floor((pen.width + GAP) / (TILE + GAP))
  const width = (pen.width + GAP) / columns - GAP
  let y = key.height
  const body = groups.map(({ label, tiles }) => {
    const top = y + 22
    y = top + 8 + Math.ceil(tiles.length / columns) * (TILE + GAP) + 6
    return (
      <>
        <Label pen={pen} lines={label} at={0} y={top} bold />
        {tiles.map((tile, place) => {
          const left = (place % columns) * (width + GAP) + width / 2
          const middle = top + 8 + Math.floor(place / columns) * (TILE + GAP) + TILE / 2
          return pen.moved(
            left / pen.width,
            middle,
            <>
              <title>{tile.name}</title>
              <Square pen={pen} count={tile.count} width={width} height={TILE} />
              <text y={tile.count > 0 ? -3 : 4} font-size={SMALL} text-anchor="middle">
                {tile.code}
              </text>
              {tile.count > 0 && (
                <text y="14" font-size={LABEL} text-anchor="middle" font-weight="600">
                  {sayNumber(pen.language, tile.count)}
                </text>
              )}
            </>,
          )
        })}
      </>
    )
  })
  return {
    height: y,
    body: (
      <>
        {key.body}
        {body}
      </>
    ),
  }
}

interface SquareProps {
  pen: Pen
  count: number
  width: number
  height: number
}

const Square = ({ pen, count, width, height }: SquareProps) => (
  <rect
    x={rounded(-width / 2)}
    y={-height / 2}
    width={rounded(width)}
    height={height}
    fill={count > 0 ? pen.ink.tint : 'none'}
    stroke={count > 0 ? pen.ink.accent : pen.ink.hair}
  />
)
