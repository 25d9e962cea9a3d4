'use strict';

/** The exit code for a command line that cannot be understood (sysexits.h), as the services have it. */
const EX_CONFIG = 78;

/**
 * Reads `--name value`, `--name=value` and `--switch`. All faults are found, not only the first.
 * @param {string[]} argv
 * @param {Record<string, { value?: string, doc: string, check?: (text: string) => string | undefined }>} options `value` names what the option
 *   takes; without it the option is a switch. `check` says what is wrong with a value.
 * @returns {{ values: Record<string, string | true>, problems: string[] }}
 */
function readOptions(argv, options) {
  const values = {};
  const problems = [];
  const rest = [...argv];
  for (let given = rest.shift(); given !== undefined; given = rest.shift()) {
    const [, name, inline] = /^--([a-z-]+)(?:=(.*))?$/s.exec(given) ?? [];
    const option = Object.hasOwn(options, name ?? '') ? options[name] : undefined;
    if (option === undefined) problems.push(`${given}: there is no such option`);
    else if (option.value === undefined && inline === undefined) values[name] = true;
    else if (option.value === undefined) problems.push(`--${name} takes no value`);
    else {
      const text = inline ?? (rest[0]?.startsWith('--') === false ? rest.shift() : undefined);
      const problem = text === undefined ? `expected ${option.value}` : option.check?.(text);
      if (problem === undefined) values[name] = text;
      else problems.push(`--${name}${text === undefined ? '' : `=${text}`}: ${problem}`);
    }
  }
  return { values, problems };
}

/** What `--help` prints. */
function helpText(about, options) {
  const rows = Object.entries(options).map(([name, { value, doc }]) => {
    const left = value === undefined ? `--${name}` : `--${name} ${value}`;
    return `  ${left.padEnd(22)} ${doc}`;
  });
  return `${about}\n\nOptions:\n${rows.join('\n')}\n`;
}

/** Tells what is wrong with the command line, and ends the process with 78. */
function refuse(problems) {
  console.error(`the command line is not valid:\n  ${problems.join('\n  ')}\nRun with --help for all options.`);
  process.exit(EX_CONFIG);
}

/** The values of the command line; prints help and ends the process with 0, or all faults and ends it with 78. */
function optionsOrExit(about, options) {
  const known = { ...options, help: { doc: 'prints this' } };
  const { values, problems } = readOptions(process.argv.slice(2), known);
  if (problems.length > 0) refuse(problems);
  if (values.help !== undefined) {
    console.log(helpText(about, options));
    process.exit(0);
  }
  return values;
}

module.exports = { readOptions, helpText, optionsOrExit, refuse, EX_CONFIG };
