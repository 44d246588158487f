# Completion of chunhui-desk for bash. Install as /usr/share/bash-completion/completions/chunhui-desk
# or source it.

_chunhui_desk_tickets() {
  chunhui-desk cases --json 2>/dev/null </dev/null | grep -o '"ticketNumber":[0-9]*' | cut -d: -f2
}

_chunhui_desk() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local commands="signin signout watch cases claim close notice menu residents card kitchen kiosk audit"
  local outcomes="helped certified already-certified pending-review home-visit to-ssb-window
    to-police-photo withdrawn not-eligible"
  local options="--config --json --account --pin-file --help"
  local word command='' group='' seen=0 i
  COMPREPLY=()

  case $previous in
    --config | --pin-file | --svg)
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return
      ;;
    --account | --title | --text | --title-en | --text-en | --station | --from | --until | --note | \
      --place | --seconds | --reason | --age-min | --age-max) return ;;
  esac
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    case $word in
      --config | --account | --pin-file | --station | --note | --place | --seconds | --reason | --until | --svg | \
        --age-min | --age-max) ((i++)) ;;
      -*) ;;
      *)
        if [[ -z $command ]]; then
          command=$word
        elif [[ -z $group ]]; then
          group=$word
          seen=1
        else
          ((seen++))
        fi
        ;;
    esac
  done

  local choices="$options"
  case $command in
    '') choices+=" $commands" ;;
    watch) choices+=" --seconds" ;;
    cases) choices+=" --all" ;;
    claim) ((seen == 0)) && choices+=" $(_chunhui_desk_tickets)" ;;
    close)
      ((seen == 0)) && choices+=" $(_chunhui_desk_tickets)"
      ((seen == 1)) && choices+=" $outcomes"
      choices+=" --note"
      ;;
    notice)
      case $group in
        '') choices+=" publish recall list" ;;
        publish) choices+=" --title --text --title-en --text-en --station --from --until --anti-fraud" ;;
      esac
      ;;
    menu | residents)
      if [[ -z $group ]]; then
        choices+=" import"
        [[ $command == residents ]] && choices+=" find"
      elif [[ $group == find ]]; then
        choices+=" --place --age-min --age-max --reason"
      else
        mapfile -t COMPREPLY < <(
          compgen -f -X '!*.csv' -- "$current"
          compgen -d -- "$current"
          compgen -W "--dry-run --station" -- "$current"
        )
        return
      fi
      ;;
    card)
      case $group in
        '') choices+=" list bind replace block qr" ;;
        list | block) choices+=" --reason" ;;
        bind) choices+=" --until" ;;
        replace) choices+=" --reason --until" ;;
        qr) choices+=" --svg --phone --until" ;;
      esac
      ;;
    kitchen) choices+=" today tomorrow --station" ;;
    kiosk)
      [[ -z $group ]] && choices+=" enrol list revoke"
      [[ $group == enrol ]] && choices+=" --place --station"
      ;;
    audit) [[ -z $group ]] && choices+=" verify" ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$current")
}

complete -F _chunhui_desk chunhui-desk
