; The installer for Windows: iscc installers\windows\posecam.iss /DVersion=0.1.0
; It puts the folder that PyInstaller made into the person's own programs, without an administrator.
#ifndef Version
  #error "Give the version: /DVersion=0.1.0"
#endif

[Setup]
AppId={{6E1A3A55-3C0E-4E1C-9B59-1B5B7C0F7C11}
AppName=posecam
AppVersion={#Version}
AppPublisher=The posecam authors
DefaultDirName={autopf}\posecam
DefaultGroupName=posecam
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SetupIconFile=..\..\build\icons\posecam.ico
UninstallDisplayIcon={app}\posecamw.exe
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=posecam-{#Version}-windows
ChangesAssociations=yes
ChangesEnvironment=yes

[Tasks]
Name: desktopicon; Description: "An icon on the desktop"
Name: path; Description: "The command posecam in terminals"

[Files]
Source: "..\..\build\application\posecam\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\posecam"; Filename: "{app}\posecamw.exe"; AppUserModelID: "posecam"
Name: "{group}\Recordings"; Filename: "{app}\posecamw.exe"; Parameters: "review"
Name: "{autodesktop}\posecam"; Filename: "{app}\posecamw.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\posecam.Video\shell\open\command"; ValueType: string; ValueData: """{app}\posecamw.exe"" run ""%1"""; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.mp4\OpenWithProgids"; ValueType: string; ValueName: "posecam.Video"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.mov\OpenWithProgids"; ValueType: string; ValueName: "posecam.Video"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.mkv\OpenWithProgids"; ValueType: string; ValueName: "posecam.Video"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.avi\OpenWithProgids"; ValueType: string; ValueName: "posecam.Video"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NeedsPath(ExpandConstant('{app}'))

[Run]
Filename: "{app}\posecamw.exe"; Description: "Start posecam"; Flags: nowait postinstall skipifsilent

[Code]
function NeedsPath(Folder: string): Boolean;
var
  Present: string;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Present) then
    Present := '';
  Result := Pos(';' + Lowercase(Folder) + ';', ';' + Lowercase(Present) + ';') = 0;
end;
