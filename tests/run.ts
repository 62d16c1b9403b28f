// `npm test`: every check there is, each with its time and, if it failed, what it printed. It goes on after a failure,
// so one run tells everything. The last line, "N passed, N failed", counts checks and single tests; a skipped test failed.

import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { installChromium } from './support/chromium.ts'

interface Count {
  passed: number
  failed: number
}
interface Step {
  name: string
  command: string
  /** How many tests passed and failed; without it the step is one check, told by its exit code. */
  count?: (output: string) => Count
  /** Figures worth reading although nothing is checked by them. */
  notes?: (output: string) => string[]
}

const REPORTS = 'out/test-reports'
const long = process.argv.includes('--long')

const CHECKS: Step[] = [
  { name: 'types', command: 'npm run -s types' },
  { name: 'lint and borders', command: 'npm run -s lint', count: countLint },
  { name: 'layout', command: 'npm run -s layout' },
  { name: 'unused code', command: 'npm run -s unused' },
]
const TESTS: Step[] = [
  {
    name: 'tests',
    command: `vitest run --reporter=default --reporter=json --outputFile.json=${REPORTS}/vitest.json`,
    count: () => countVitest('vitest'),
  },
  { name: 'build', command: 'npm run -s build' },
  { name: 'tests in the browser', command: 'playwright test --reporter=list,json', count: countPlaywright, notes: memoryOfMain },
  {
    name: 'packages',
    command: `npm run -s package:check -- --reporter=default --reporter=json --outputFile.json=${REPORTS}/package.json`,
    count: () => countVitest('package'),
    notes: (output) => output.match(/Package for \w+: [\d.]+ MB/g) ?? [],
  },
]

/** oxlint finds nothing wrong with no files, so it must say that it read some. */
function countLint(output: string): Count {
  const files = Number(/ on (\d+) files/.exec(output)?.[1] ?? 0)
  if (files < 100) throw new Error(`Only ${files} files were read.`)
  return { passed: 1, failed: 0 }
}

const readReport = (name: string) => JSON.parse(readFileSync(`${REPORTS}/${name}.json`, 'utf8')) as unknown

function countVitest(name: string): Count {
  const report = readReport(name) as { success: boolean; numPassedTests: number; numTotalTests: number }
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests }
}

function countPlaywright(): Count {
  const { stats } = readReport('playwright') as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
}

interface Suite {
  suites?: Suite[]
  specs?: { tests: { annotations: { type: string; description?: string }[] }[] }[]
}

/** Of the desktop app's main process, at the end of each test on the double of Electron. */
function memoryOfMain(): string[] {
  const annotations = ({ suites = [], specs = [] }: Suite): { type: string; description?: string }[] => [
    ...suites.flatMap(annotations),
    ...specs.flatMap(({ tests }) => tests.flatMap((test) => test.annotations)),
  ]
  const figures = annotations(readReport('playwright') as Suite)
    .filter(({ type }) => type === 'memory of main')
    .map(({ description }) => Number(description))
    .toSorted((a, b) => a - b)
  const [middle, most] = [figures[Math.floor(figures.length / 2)], figures.at(-1)]
  return most === undefined
    ? []
    : [`Memory of main after ${figures.length} tests on the double: ${middle} MB in the middle, ${most} MB at most`]
}

/** Through the shell, so that the tools of node_modules/.bin are found on every system. */
function run(command: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((done) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NO_COLOR: '1',
        PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/playwright.json`,
        ...(long ? { TENPACK_LONG: '1' } : {}),
      },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('close', (code) => done({ ok: code === 0, output: output.trim() }))
  })
}

/** What passed needs no words, nor that workers disagree about colours. */
const withoutSuccess = (output: string): string =>
  output
    .split('\n')
    .filter((line) => !/^\s*✓|NO_COLOR|--trace-warnings/.test(line))
    .join('\n')

async function take(step: Step): Promise<Count> {
  const { ok, output } = await run(step.command)
  let said = output
  let count: Count = { passed: ok ? 1 : 0, failed: 0 }
  try {
    if (step.count) count = step.count(output)
    notes.push(...(step.notes?.(output) ?? []))
  } catch (error) {
    count = { passed: 0, failed: 1 }
    said += `\n${String(error)}`
  }
  const failed = count.failed === 0 && (!ok || count.passed === 0) ? 1 : count.failed
  if (failed > 0) console.log(`\n--- ${step.name} ---\n${withoutSuccess(said)}\n`)
  return { passed: count.passed, failed }
}

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
const steps = process.argv.includes('--quick') ? CHECKS : [...CHECKS, ...TESTS]
if (steps.includes(TESTS[2]!)) await installChromium(run)

const notes: string[] = []
const total: Count = { passed: 0, failed: 0 }
for (const step of steps) {
  const from = performance.now()
  const { passed, failed } = await take(step)
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${failed === 0 ? '✓' : '✗'} ${step.name.padEnd(22)} ${seconds.padStart(6)} s   ${passed} passed, ${failed} failed`)
}
for (const note of notes) console.log(`  ${note}`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
