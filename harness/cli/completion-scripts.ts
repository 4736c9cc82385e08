/**
 * The scripts of the four shells. They know nothing of the commands: they hand over the words up to the cursor and show
 * what comes back (complete.ts), so that they do not grow old.
 */
const bash = `# bash completion for olkconform: source <(olkconform completion bash)
_olkconform() {
  local words=() word value about files='' nospace=''
  # bash cuts words at = as well, the program does not.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ \${#words[@]} -gt 0 && ( $word == = || \${words[-1]} == *= ) ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
  done
  word=\${words[-1]}
  unset 'words[-1]'
  # What stands before the last = stays; what is behind it is replaced.
  local prefix=''
  [[ $word == *=* ]] && prefix=\${word%"\${word##*=}"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value about; do
    if [[ $value == :files ]]; then
      files=yes
    else
      COMPREPLY+=("\${value#"$prefix"}")
      [[ $value == *= ]] && nospace=yes
    fi
  done < <(olkconform complete "=$word" "\${words[@]}" 2>/dev/null)
  if [[ $files == yes ]]; then
    local names=()
    mapfile -t names < <(compgen -f -- "\${word#"$prefix"}")
    COMPREPLY+=("\${names[@]}")
    compopt -o filenames 2>/dev/null
  fi
  [[ $nospace == yes ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -F _olkconform olkconform
`;

const zsh = `#compdef olkconform
# zsh completion for olkconform: source <(olkconform completion zsh), behind compinit
_olkconform() {
  local line files=''
  local -a values
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      files=yes
    else
      values+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done < <(olkconform complete "=$PREFIX" "\${(@)words[2,CURRENT-1]}" 2>/dev/null)
  (( \${#values} )) && _describe -t values olkconform values -S ''
  if [[ $files == yes ]]; then
    compset -P '*='
    _files
  fi
}
compdef _olkconform olkconform
`;

const fish = `# fish completion for olkconform: olkconform completion fish | source
function __olkconform_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    for line in (olkconform complete "=$word" $before[2..-1] 2>/dev/null)
        if test "$line" = ':files'
            set -l prefix (string match -r '^.*=' -- $word)
            for file in (__fish_complete_path (string replace -r '^.*=' '' -- $word))
                echo -- "$prefix$file"
            end
        else
            echo -- $line
        end
    end
end
complete -c olkconform -f -a '(__olkconform_complete)'
`;

const powershell = `# PowerShell completion for olkconform: olkconform completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName olkconform -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString().Trim('"', "'") })
    # Without an answer PowerShell offers files, which is what :files asks for.
    olkconform complete "=$wordToComplete" @before 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
        $value, $about = $_ -split "\`t", 2
        if (-not $about) { $about = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
    }
}
`;

export const completionScripts = { bash, zsh, fish, powershell } as const;

export type Shell = keyof typeof completionScripts;
