// `npm test`: every check there is, each with its time and, if it failed, what it printed. It goes on after a failure,
// so one run tells everything. The last line, "N passed, N failed", counts checks and single tests; a skipped test failed.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
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
  { name: 'tests', command: `vitest run --reporter=default --reporter=json --outputFile.json=${REPORTS}/vitest.json`, count: countVitest },
  { name: 'build', command: 'npm run -s build' },
  { name: 'tests in the browser', command: 'playwright test --project=web --project=double --reporter=list,json', count: countPlaywright },
  { name: 'packaging', command: 'playwright test --project=package --reporter=list,json', count: countPlaywright },
]

/** oxlint finds nothing wrong with no files, so it must say that it read some. */
function countLint(output: string): Count {
  const files = Number(/ on (\d+) files/.exec(output)?.[1] ?? 0)
  if (files < 100) throw new Error(`Only ${files} files were read.`)
  return { passed: 1, failed: 0 }
}

const readReport = (name: string) => JSON.parse(readFileSync(`${REPORTS}/${name}.json`, 'utf8')) as unknown

function countVitest(): Count {
  const report = readReport('vitest') as { success: boolean; numPassedTests: number; numTotalTests: number }
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests }
}

function countPlaywright(): Count {
  const { stats } = readReport('playwright') as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }
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
  } catch (error) {
    count = { passed: 0, failed: 1 }
    said += `\n${String(error)}`
  }
  const failed = count.failed === 0 && (!ok || count.passed === 0) ? 1 : count.failed
  if (failed > 0) console.log(`\n--- ${step.name} ---\n${withoutSuccess(said)}\n`)
  return { passed: count.passed, failed }
}

/** Of the desktop app's main process, after each test of the browser in the double. */
function tellMemory(): void {
  if (!existsSync(`${REPORTS}/memory.txt`)) return
  const bytes = readFileSync(`${REPORTS}/memory.txt`, 'utf8').trim().split('\n').map(Number)
  console.log(`  memory of main in the double: at most ${Math.round(Math.max(...bytes) / 1e6)} MB`)
}

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })
const steps = process.argv.includes('--quick') ? CHECKS : [...CHECKS, ...TESTS]
if (steps.includes(TESTS[2]!)) await installChromium(run)

const total: Count = { passed: 0, failed: 0 }
for (const step of steps) {
  const from = performance.now()
  const { passed, failed } = await take(step)
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.log(`${failed === 0 ? '✓' : '✗'} ${step.name.padEnd(22)} ${seconds.padStart(6)} s   ${passed} passed, ${failed} failed`)
}
tellMemory()
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
