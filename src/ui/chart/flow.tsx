import { type SankeyLink, type SankeyNode, sankey } from 'd3-sankey'
import { sayNumber } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import { Label, Over, SMALL } from './drawing/label.tsx'
import { linesOf, roomFor } from './drawing/letters.ts'
import type { Pen, Picture, Side } from './drawing/picture.ts'
import { rounded } from './drawing/picture.ts'

export interface FlowNode {
  id: string
  /** In which column, from 0 on, in reading direction. */
  column: number
  label: string
  /** What stands beside the label; without it, what flows through. */
  said?: string
}

/** How many go from one node to another in the next column. */
export interface FlowLink {
  from: string
  to: string
  count: number
}

export interface FlowOf {
  language: Language
  /** What each column is. */
  columns: readonly string[]
  /** In the order in which they stand in their columns. */
  nodes: readonly FlowNode[]
  links: readonly FlowLink[]
}

type Node = SankeyNode<FlowNode, { count: number }>
type Link = SankeyLink<FlowNode, { count: number }>

/** The width within which ribbons are laid out; they stretch with the picture. */
const WIDTH = 1000
const BAR = 6
/** How high all that flows is together, about, in units. */
const BODY = 220
/** How much of the picture's width the words of a column take: of three, the outer ones a little more. */
const roomOf = (column: number, last: number) => {
  if (last !== 2) return 0.94 / (last + 1)
  return column === 1 ? 0.3 : 0.34
}
/** How strong a ribbon is: what is written over it stays legible (`contrast.test.ts`). */
export const RIBBON = 0.22

/** What comes from where and goes where: ribbons from column to column, as thick as they count. */
export function flow(of: FlowOf): Picture | null {
  const links = of.links.filter(({ count }) => count > 0)
  const used = new Set(links.flatMap(({ from, to }) => [from, to]))
  const nodes = of.nodes.filter(({ id }) => used.has(id))
  if (links.length === 0) return null
  return {
    draw(pen) {
      const last = of.columns.length - 1
      const room = (column: number) => roomOf(column, last) * pen.width
      const heads = of.columns.map((name, column) => linesOf(name, SMALL, room(column)))
      const lines = new Map(
        nodes.map((node) => [node.id, named(pen, node, links, room(node.column))]),
      )
      const above =
        Math.max(...[...lines.values()].map(({ length }) => length)) * (pen.leading - 3) + 6
      const top = Math.max(...heads.map(({ length }) => length)) * pen.leading + 6
      const laid = layout(of, nodes, links, top + above, above)
      return {
        height: laid.bottom,
        body: (
          <>
            {heads.map((head, column) => (
              <Label
                pen={pen}
                lines={head}
                {...held(column, last)}
                y={12}
                size={SMALL}
                ink="quiet"
              />
            ))}
            {/* biome-ignore lint/a11y/noSvgWithoutTitle: a part of the picture, which has the title */}
            <svg
              width={pen.between(0, 1).width}
              height={rounded(laid.bottom)}
              viewBox={`0 0 ${WIDTH} ${rounded(laid.bottom)}`}
              preserveAspectRatio="none"
            >
              <g fill={pen.ink.accent} fill-opacity={RIBBON}>
                {laid.links.map((link) => (
                  <path d={ribbon(pen, link)} />
                ))}
              </g>
            </svg>
            {laid.nodes.map((node) => (
              <Bar pen={pen} node={node} last={last} />
            ))}
            <Over pen={pen}>
              {laid.nodes.map((node) => (
                <Name pen={pen} node={node} last={last} lines={lines.get(node.id) ?? []} />
              ))}
            </Over>
          </>
        ),
      }
    },
  }
}

const through = (id: string, links: readonly FlowLink[]) => {
  const sum = (end: 'from' | 'to') =>
    links.filter((link) => link[end] === id).reduce((total, { count }) => total + count, 0)
  return Math.max(sum('from'), sum('to'))
}

/** The name of a node, with its number at the end, on a line of its own if it must. */
function named(pen: Pen, { id, label, said }: FlowNode, links: readonly FlowLink[], room: number) {
  const number = said ?? sayNumber(pen.language, through(id, links))
  const lines = linesOf(label, SMALL, room)
  const last = `${lines.pop() ?? ''} · ${number}`
  return roomFor(last, SMALL) <= room
    ? [...lines, last]
    : [...lines, last.slice(0, -number.length - 3), number]
}

/** Where a column stands, and how its words are held there: the first and the last within the picture. */
function held(column: number, last: number): { at: number; side: Side } {
  if (column === 0) return { at: 0, side: 'start' }
  if (column === last) return { at: 1, side: 'end' }
  return { at: column / last, side: 'middle' }
}

function layout(
  { columns }: FlowOf,
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
  top: number,
  padding: number,
) {
  const fullest = Math.max(
    ...columns.map((_, at) => nodes.filter((one) => one.column === at).length),
  )
  const bottom = top + BODY + (fullest - 1) * padding
  const graph = sankey<FlowNode, { count: number }>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    // The order is the caller's: nothing is ranked by how much flows through it.
    .nodeSort(null as unknown as undefined)
    .nodeWidth(0)
    .nodePadding(padding)
    .extent([
      [0, top],
      [WIDTH, bottom],
    ])({
    nodes: nodes.map((node) => ({ ...node })),
    links: links.map(({ from, to, count }) => ({ source: from, target: to, value: count, count })),
  })
  return { nodes: graph.nodes, links: graph.links, bottom }
}

/** The outline of a ribbon between its two nodes. */
function ribbon(pen: Pen, { source, target, y0 = 0, y1 = 0, width = 0 }: Link): string {
  const [a, b] = [source, target].map((end) => {
    const x = (end as Node).x0 ?? 0
    return Math.round(pen.ahead === 1 ? x : WIDTH - x)
  }) as [number, number]
  const middle = (a + b) / 2
  const half = Math.max(width, 1) / 2
  const [from, to] = [y0, y1]
  const curve = (x: number, y: number, before: number) =>
    `C${middle} ${rounded(before)} ${middle} ${rounded(y)} ${x} ${rounded(y)}`
  return `M${a} ${rounded(from - half)}${curve(b, to - half, from - half)}V${rounded(to + half)}${curve(a, from + half, to + half)}z`
}

interface NodeProps {
  pen: Pen
  node: Node
  last: number
}

function Bar({ pen, node: { x0 = 0, y0 = 0, y1 = 0, column }, last }: NodeProps) {
  const inset = { start: 0, middle: -BAR / 2, end: -BAR }[held(column, last).side]
  return (
    <>
      {pen.moved(
        x0 / WIDTH,
        y0,
        <rect
          x={pen.ahead === 1 ? inset : -inset - BAR}
          width={BAR}
          height={Math.max(1, rounded(y1 - y0))}
          fill={pen.ink.accent}
        />,
      )}
    </>
  )
}

/** The name of a node stands on its bar: its lines are counted from below. */
const Name = ({ pen, node, last, lines }: NodeProps & { lines: readonly string[] }) => (
  <>
    {lines.map((line, place) => (
      <Label
        pen={pen}
        lines={line}
        {...held(node.column, last)}
        y={rounded((node.y0 ?? 0) - 5 - (lines.length - 1 - place) * (pen.leading - 3))}
        size={SMALL}
      />
    ))}
  </>
)
