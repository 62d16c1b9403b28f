// The Mantine theme: our tokens under Mantine's names. Colours are variables, so light and dark differ in tokens.css alone.
// Mantine's own names for colours mean: teal the accent, red bad, green good, yellow a warning.

import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  Checkbox,
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  Input,
  Menu,
  Modal,
  MultiSelect,
  Notification,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Tabs,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import classes from './theme.module.css'

const WARM = ['#faf8f5', '#f3f0ea', '#e8e3da', '#e0d9ce', '#d5cec2', '#676e68', '#58605a', '#454c47', '#2c332f', '#1d2320'] as const
const DARK = ['#eceeea', '#cdd2cd', '#a9b1ab', '#8d968f', '#3b423e', '#2b312e', '#1d211f', '#161917', '#121513', '#0d0f0e'] as const
const TEAL = ['#e0f0ee', '#c3e2de', '#9fd0cb', '#6fb8b1', '#4fb8b0', '#26857f', '#0b6b66', '#095a56', '#074b47', '#053a37'] as const

const NAMES = { teal: 'accent', red: 'bad', green: 'good', yellow: 'warn' } as const

/** Solid buttons take the ink that reads on their colour in either scheme. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input)
  const color = input.color ?? input.theme.primaryColor
  if (input.variant !== 'filled') return usual
  if (color === 'red') return { ...usual, background: 'var(--bad)', hover: 'var(--bad-hover)', color: 'var(--on-bad)' }
  if (color === 'teal') return { ...usual, color: 'var(--on-accent)', hoverColor: 'var(--on-accent)' }
  return usual
}

const named = Object.fromEntries(
  Object.entries(NAMES).flatMap(([mantine, ours]) => [
    [`--mantine-color-${mantine}-6`, `var(--${ours})`], // what a menu's line takes
    [`--mantine-color-${mantine}-text`, `var(--${ours})`],
    [`--mantine-color-${mantine}-filled`, `var(--${ours})`],
    [`--mantine-color-${mantine}-filled-hover`, ours === 'accent' ? 'var(--accent-hover)' : `var(--${ours})`],
    [`--mantine-color-${mantine}-light`, `var(--${ours}-soft)`],
    [`--mantine-color-${mantine}-light-hover`, `var(--${ours}-soft)`],
    [`--mantine-color-${mantine}-light-color`, ours === 'accent' ? 'var(--accent-ink)' : `var(--${ours})`],
    [`--mantine-color-${mantine}-outline`, `var(--${ours})`],
    [`--mantine-color-${mantine}-outline-hover`, `var(--${ours}-soft)`],
  ]),
) as Record<`--${string}`, string>

const ours: Record<`--${string}`, string> = {
  ...named,
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-success': 'var(--good)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-gray-light-color': 'var(--ink-2)',
  '--mantine-color-gray-light-hover': 'var(--sunken)',
  '--mantine-color-gray-light': 'var(--sunken)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: ours, dark: ours })

const field = { classNames: { label: classes.label, description: classes.description, error: classes.error } }
const MONTH_ARROWS = {
  previousMonth: 'Previous month',
  nextMonth: 'Next month',
  previousYear: 'Previous year',
  nextYear: 'Next year',
  previousDecade: 'Previous ten years',
  nextDecade: 'Next ten years',
}
const floating = { shadow: 'md', radius: 'md', withinPortal: true }

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 4 },
  colors: { teal: TEAL, gray: WARM, dark: DARK },
  variantColorResolver,
  white: '#ffffff',
  black: '#1d2320',
  fontFamily: 'var(--font)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '17px' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'var(--shadow)', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Input: Input.extend({ classNames: { input: classes.input } }),
    InputWrapper: Input.Wrapper.extend(field),
    TextInput: TextInput.extend({ defaultProps: { autoComplete: 'off' } }),
    Select: Select.extend({
      defaultProps: { comboboxProps: floating, allowDeselect: false, checkIconPosition: 'right', withScrollArea: false },
      classNames: { options: classes.options, option: classes.option },
    }),
    MultiSelect: MultiSelect.extend({
      defaultProps: { comboboxProps: floating, withScrollArea: false },
      classNames: { options: classes.options, option: classes.option, pill: classes.pill },
    }),
    // What is typed stays as it was typed, so that 1.5 never becomes 15 nor -3 a 3; the form refuses it in words.
    NumberInput: NumberInput.extend({ defaultProps: { hideControls: true, clampBehavior: 'none' } }),
    DatePicker: DatePicker.extend({
      defaultProps: { firstDayOfWeek: 1, hideOutsideDates: true, ariaLabels: MONTH_ARROWS },
      classNames: { day: classes.day },
    }),
    Button: Button.extend({ defaultProps: { size: 'sm' }, classNames: { root: classes.button } }),
    Alert: Alert.extend({ classNames: { message: classes.alertMessage } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm', radius: 'sm', iconColor: 'var(--on-accent)' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 250, withinPortal: true }, classNames: { tooltip: classes.tooltip } }),
    Tabs: Tabs.extend({ classNames: { list: classes.tabList, tab: classes.tab } }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: classes.segments, indicator: classes.segmentIndicator, label: classes.segmentLabel },
    }),
    Modal: Modal.extend({
      defaultProps: { centered: true, radius: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
      classNames: { title: classes.modalTitle },
    }),
    Menu: Menu.extend({
      defaultProps: { ...floating, withInitialFocusPlaceholder: false, middlewares: { size: true } },
      classNames: { dropdown: classes.menu, item: classes.option },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Popover: Popover.extend({ defaultProps: floating }),
  },
})
