; At an uninstall, not at an update: the data folder holds visits, reports that were not sent among them.
; Silent, or by Enter, they are kept.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    IfFileExists "$APPDATA\OnSite\onsite.db" 0 onsiteKept
    MessageBox MB_YESNO|MB_ICONQUESTION "Keep the visits on this computer? Reports that were not sent yet are among them: OnSite's popup says how many wait." /SD IDYES IDYES onsiteKept
    RMDir /r "$APPDATA\OnSite"
    onsiteKept:
  ${endIf}
!macroend
