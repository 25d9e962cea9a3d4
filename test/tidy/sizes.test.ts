import { codeLines, filesMatching, productionSources, type SourceFile } from './tree';

/** The files over a limit of code lines, as `path: lines`. */
function over(files: readonly SourceFile[], linesMax: number): readonly string[] {
  return files
    .map((file) => ({ path: file.path, lines: codeLines(file.text) }))
    .filter((file) => file.lines > linesMax)
    .map((file) => `${file.path}: ${file.lines} code lines, at most ${linesMax}`);
}

describe('sizes', () => {
  test('given every ports.ts, when its lines are counted, then it fits two screens', () => {
    const long = filesMatching(/^services\/[^/]+\/src\/ports\.ts$/)
      .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
      .filter((file) => file.lines > 150);

    expect(long).toEqual([]);
  });

  test('given every main.ts, when its code lines are counted, then it is wiring and nothing else', () => {
    expect(over(filesMatching(/^services\/[^/]+\/src\/main\.ts$/), 60)).toEqual([]);
  });

  test('given production sources, when they are counted, then no file is over the alarm and the median is small', () => {
    const lines = productionSources()
      .map((file) => codeLines(file.text))
      .sort((a, b) => a - b);
    const median = lines[Math.floor(lines.length / 2)] ?? 0;

    expect(over(productionSources(), 400)).toEqual([]);
    expect(median).toBeLessThanOrEqual(110);
  });

  test('given every test file, when its code lines are counted, then none is over its alarm', () => {
    expect(over(filesMatching(/\.test\.ts$/), 600)).toEqual([]);
  });

  test('given files with comments and empty lines, when code lines are counted, then only code counts', () => {
    expect(codeLines('/**\n * Says what.\n */\nconst a = 1;\n\n// why\nconst b = 2;\n')).toBe(2);
  });
});
