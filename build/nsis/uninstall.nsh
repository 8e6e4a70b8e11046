; At an uninstall, not at an update: the data folder holds visits, reports that were not sent among them. OnSite keeps their
; number in the file `waiting` there. Silent, or by Enter, everything is kept.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    IfFileExists "$APPDATA\OnSite\onsite.db" 0 onsiteKept
    StrCpy $0 "0"
    ClearErrors
    FileOpen $1 "$APPDATA\OnSite\waiting" r
    ${ifNot} ${Errors}
      FileRead $1 $0
      FileClose $1
    ${endIf}
    MessageBox MB_YESNO|MB_ICONQUESTION "Keep the visits on this computer? Reports that were not sent yet: $0" /SD IDYES IDYES onsiteKept
    RMDir /r "$APPDATA\OnSite"
    onsiteKept:
  ${endIf}
!macroend
