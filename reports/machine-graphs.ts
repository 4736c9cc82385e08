/**
 * The learned machine and the documents' one as text, and for programs that draw graphs: Mermaid, and Graphviz (DOT). In
 * English, as all that programs read.
 */
import { calls, phaseNames, type Box, type Drawn, type Line, type Machines } from './machine.js';

const signs: Readonly<Record<Line['kind'], string>> = { plain: '', wrong: '✗ ', other: '~ ' };

const titles = { learned: 'this helper', documented: 'the documents’ helper' } as const;

function lineText({ letter, text, kind, violates }: Line): string {
  const call = letter === 'end' ? 'everything released' : calls[letter];
  return `${signs[kind]}${call}: ${text.join(', ')}${violates === null ? '' : ` (${violates})`}`;
}

function boxTexts({ phase, lines }: Box): string[] {
  return [phaseNames[phase], ...lines.filter(({ to }) => to === null).map(lineText)];
}

function arrows({ boxes }: Drawn): { from: number; to: number; text: string; isWrong: boolean }[] {
  return boxes.flatMap(({ lines }, from) =>
    lines.flatMap((line) =>
      line.to === null ? [] : [{ from, to: line.to, text: lineText(line), isWrong: line.kind === 'wrong' }],
    ),
  );
}

function isWrong({ lines }: Box): boolean {
  return lines.some(({ kind, to }) => kind === 'wrong' && to === null);
}

/** In Mermaid a quotation mark would end a text. */
const quoted = (text: string): string => `"${text.replaceAll('"', '#quot;')}"`;

function mermaidGraph(name: keyof typeof titles, graph: Drawn): string[] {
  return [
    `  subgraph ${name} [${quoted(titles[name])}]`,
    ...graph.boxes.map((box, at) => {
      const mark = isWrong(box) ? ':::wrong' : '';
      return `    ${name}${String(at)}[${quoted(boxTexts(box).join('<br/>'))}]${mark}`;
    }),
    ...arrows(graph).map(
      ({ from, to, text }) => `    ${name}${String(from)} -->|${quoted(text)}| ${name}${String(to)}`,
    ),
    '  end',
  ];
}

function bothOf(machines: Machines, graphOf: (name: keyof typeof titles, graph: Drawn) => string[]): string[] {
  return [...graphOf('learned', machines.learned), ...graphOf('documented', machines.documented)];
}

function mermaid(machines: Machines): string {
  return ['flowchart TB', ...bothOf(machines, mermaidGraph), '  classDef wrong stroke:#c00,stroke-width:3px', ''].join(
    '\n',
  );
}

const escaped = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

function dotGraph(name: keyof typeof titles, graph: Drawn): string[] {
  return [
    `  subgraph cluster_${name} {`,
    `    label=${escaped(titles[name])};`,
    ...graph.boxes.map((box, at) => {
      const label = boxTexts(box)
        .map((text) => escaped(text).slice(1, -1))
        .join('\\n');
      return `    ${name}${String(at)} [label="${label}"${isWrong(box) ? ', color=red' : ''}];`;
    }),
    ...arrows(graph).map(
      ({ from, to, text, isWrong: wrong }) =>
        `    ${name}${String(from)} -> ${name}${String(to)} [label=${escaped(text)}${wrong ? ', color=red' : ''}];`,
    ),
    '  }',
  ];
}

function dot(machines: Machines): string {
  return ['digraph machines {', '  node [shape=box];', ...bothOf(machines, dotGraph), '}', ''].join('\n');
}

function textGraph(name: keyof typeof titles, { boxes, left }: Drawn): string[] {
  const states = boxes.flatMap(({ phase, lines }, at) => [
    `  state ${String(at + 1)}: ${phaseNames[phase]}`,
    ...lines.map((line) => `    ${lineText(line)}${line.to === null ? '' : ` → state ${String(line.to + 1)}`}`),
  ]);
  return [titles[name], ...states, ...(left === 0 ? [] : [`  … and ${String(left)} more states`]), ''];
}

function asText(machines: Machines): string {
  return bothOf(machines, textGraph).join('\n');
}

export const machineGraphs = { text: asText, mermaid, dot } as const;
