// Names that people really type or that somebody tries out: each must stay the text it is, wherever it is shown.

export const HOSTILE_NAMES = [
  '<img src=x onerror="document.title=1">',
  '<script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  '&lt;b&gt;',
  '{{constructor.constructor("alert(1)")()}}',
  "Robert'); DROP TABLE clients;--",
  '=HYPERLINK("http://example.test","Click")',
  '@SUM(A1:A9)',
  '+1+cmd|/c calc',
  '../../../../etc/passwd',
  'C:\\Windows\\con.pdf',
  'שלום עולם',
  'مرحبا\u202Egpj.exe',
  '\u202Eadanac\u202C',
  'Zalgo\u0301\u0302\u0303\u0304\u0305',
  '👩‍👩‍👧‍👦 Familie',
  '%00%0a%s%n',
  '$(whoami) `id`',
  'null',
  '__proto__',
]
