import loadHighs, { type Highs, type ModelData } from 'highs'
import { type Aim, totalOf } from '../programme/lines.ts'
import { type Answer, type Asked, type Engine, keepsAll } from './engine.ts'

/** Loads HiGHS: 3.5 MB of code, and memory that only grows, so in a process of its own. */
export const loadEngine = async (): Promise<Engine> => {
  const highs = await loadHighs()
  return (asked) => solve(highs, asked)
}

/** Same programme, same answer: there is one thread, and one seed. Aims are whole, so less than one from the bound is the bound. */
const OPTIONS = { output_flag: false, random_seed: 1, mip_abs_gap: 0.99, mip_allow_restart: false }

function solve(highs: Highs, asked: Asked): Answer {
  const { lines, aim, start, milliseconds, within, tell } = asked
  const common = commonFactor(aim)
  return highs.withModel(modelOf(highs, asked, common), (model) => {
    model.options.set({ ...OPTIONS, time_limit: milliseconds / 1000, mip_rel_gap: within })
    if (start) model.setSolution({ colValue: Float64Array.from(start) })
    model.run({
      [highs.constants.callbackType.mipLogging]({ data }) {
        const { mip_primal_bound: value, mip_dual_bound: bound } = data
        if (value !== undefined && bound !== undefined) tell?.(value * common, bound * common)
        return undefined
      },
    })
    const { constants } = highs
    const isDone = model.getModelStatus() === constants.modelStatus.optimal
    const values = Array.from(model.getSolution().colValue, (value) => Math.round(value) + 0)
    const kept = lines.columns.length === values.length && keepsAll(lines, values) ? values : null
    const bound =
      isDone && within === 0 && kept
        ? totalOf(aim.terms, kept)
        : wholeBound(aim, Number(model.info.get('mip_dual_bound'))) * common
    return { values: kept, bound }
  })
}

/** No value between whole numbers is reached; what was cut off by rounding inside the solver is not counted. */
const wholeBound = ({ sense }: Aim, bound: number): number =>
  sense === 'most' ? Math.floor(bound + 1e-6) : Math.ceil(bound - 1e-6)

function commonFactor({ terms }: Aim): number {
  const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b))
  return terms.reduce((common, [, factor]) => divisor(common, factor), 0) || 1
}

function modelOf(highs: Highs, asked: Asked, common: number): ModelData {
  const { lines, aim, start, fixed } = asked
  const held = (column: number) => (fixed?.has(column) ? start?.[column] : undefined)
  const { columns, rows } = lines
  const cost = new Float64Array(columns.length)
  for (const [column, factor] of aim.terms) cost[column] = (cost[column] ?? 0) + factor / common
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.columns.length
  })
  const { objectiveSense, variableType } = highs.constants
  return {
    ...{ numCols: columns.length, numRows: rows.length },
    sense: aim.sense === 'most' ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: cost,
    colLower: Float64Array.from(columns, (_, at) => held(at) ?? 0),
    colUpper: Float64Array.from(columns, ({ upper }, at) => held(at) ?? upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    integrality: new Int32Array(columns.length).fill(variableType.integer),
    matrix: {
      ...{ numRows: rows.length, numCols: columns.length, format: 'csr', starts },
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.factors)),
    },
  }
}
