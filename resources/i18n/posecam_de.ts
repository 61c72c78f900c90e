<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Choose a camera above and step back until you are seen from head to foot. Record keeps the video and the motion; Recordings plays, trims and exports them. Press ? for all keys.</source>
        <translation>Wählen Sie oben eine Kamera und treten Sie zurück, bis Sie von Kopf bis Fuß zu sehen sind. „Aufnehmen“ behält Video und Bewegung; „Aufnahmen“ spielt sie ab, schneidet zu und exportiert. ? zeigt alle Tasten.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>About posecam</source>
        <translation>Über posecam</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Live 3D motion capture from one ordinary webcam.&lt;br&gt;Everything runs on this computer; nothing is sent unless you switch it on.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Live-3D-Motion-Capture mit einer gewöhnlichen Webcam.&lt;br&gt;Alles läuft auf diesem Computer; nichts wird gesendet, solange Sie es nicht einschalten.&lt;br&gt;Apache-Lizenz 2.0</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>What the networks were trained on, how well they do, and where they fail:</source>
        <translation>Womit die Netze trainiert wurden, wie gut sie sind und wo sie versagen:</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model, {quality}</source>
        <translation>Posenmodell, {quality}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model</source>
        <translation>Posenmodell</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Person detector</source>
        <translation>Personendetektor</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrating for a height of {height:g} cm: step back until you are seen from head to foot.</source>
        <translation>Kalibrierung für {height:g} cm Körpergröße: Treten Sie zurück, bis Sie von Kopf bis Fuß zu sehen sind.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrate</source>
        <translation>Kalibrieren</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>any size</source>
        <translation>beliebige Größe</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>{fps:g} fps</source>
        <translation>{fps:g} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Format ▾</source>
        <translation>Format ▾</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Camera format</source>
        <translation>Kameraformat</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Size, rate and format of the camera's video</source>
        <translation>Größe, Rate und Format des Kamerabilds</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>asked for: {format}</source>
        <translation>angefordert: {format}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>delivered: {format}, {fps:.0f} fps</source>
        <translation>geliefert: {format}, {fps:.0f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/engine_control.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Stand upright, facing the camera, seen from head to foot.</source>
        <translation>Stehen Sie aufrecht, zur Kamera gewandt, von Kopf bis Fuß zu sehen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Good. Stand still…</source>
        <translation>Gut. Still stehen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>level</source>
        <translation>waagerecht</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Calibrated: your proportions are measured; the camera is {level} and about {height:.1f} m above the floor.</source>
        <translation>Kalibriert: Ihre Proportionen sind gemessen; die Kamera steht {level} und etwa {height:.1f} m über dem Boden.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° down</source>
        <translation>{angle:.0f}° nach unten geneigt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° up</source>
        <translation>{angle:.0f}° nach oben geneigt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>All well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No network</source>
        <translation>Kein Netz</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No video</source>
        <translation>Kein Video</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Waiting for video</source>
        <translation>Warten auf Video</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Network loading</source>
        <translation>Netz wird geladen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{seen:.0f} of {all:.0f} frames a second</source>
        <translation>{seen:.0f} von {all:.0f} Bildern je Sekunde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{ms:.0f} ms late</source>
        <translation>{ms:.0f} ms Verzug</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Call off a calibration, countdown, stage view</source>
        <translation>Kalibrierung, Countdown, Bühnenansicht beenden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Figure</source>
        <translation>Figur</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Looking for cameras…</source>
        <translation>Kameras werden gesucht…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>The video has ended.</source>
        <translation>Das Video ist zu Ende.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Play again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Other source…</source>
        <translation>Andere Quelle…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Show the demo</source>
        <translation>Demo zeigen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No camera was found: this is the demo clip</source>
        <translation>Keine Kamera gefunden: Dies ist der Demo-Clip</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Loading the pose model…</source>
        <translation>Posenmodell wird geladen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No poses: the pose model is not running</source>
        <translation>Keine Posen: Das Posenmodell läuft nicht</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No person detected. Step back until your hips are in view</source>
        <translation>Keine Person erkannt. Treten Sie zurück, bis Ihre Hüfte zu sehen ist</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Video frozen</source>
        <translation>Video eingefroren</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Camera disconnected</source>
        <translation>Kamera getrennt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Can't open this source</source>
        <translation>Diese Quelle lässt sich nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>This is the demo clip, not your camera</source>
        <translation>Dies ist der Demo-Clip, nicht Ihre Kamera</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it.</source>
        <translation>{name} lässt sich nicht öffnen: Vielleicht benutzt es ein anderes Programm.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{name} lässt sich nicht öffnen: Vielleicht benutzt es ein anderes Programm, oder die Datenschutzeinstellungen von Windows verwehren es.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>A microphone</source>
        <comment>is not plugged in</comment>
        <translation>Ein Mikrofon</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} is not plugged in.</source>
        <translation>{name} ist nicht angeschlossen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} was unplugged.</source>
        <translation>{name} wurde abgezogen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives silence alone: it was unplugged or switched off.</source>
        <translation>{name} liefert nur Stille: Es wurde abgezogen oder ausgeschaltet.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>There is no sound: a library of the system is missing ({why}).</source>
        <translation>Kein Ton: Eine Bibliothek des Systems fehlt ({why}).</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives {rate:.0f} samples a second, not as many as it says: the sound is made to fit.</source>
        <translation>{name} liefert {rate:.0f} Abtastwerte je Sekunde, nicht so viele wie angegeben: Der Ton wird angepasst.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives no sound: it may be used by another program.</source>
        <translation>{name} liefert keinen Ton: Vielleicht benutzt es ein anderes Programm.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone_control.py"/>
        <source>macOS keeps the microphone from posecam: switch it on under System Settings &gt; Privacy &amp; Security &gt; Microphone.</source>
        <translation>macOS lässt posecam nicht ans Mikrofon: Erlauben Sie es unter Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Mikrofon.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>None</source>
        <comment>no angle</comment>
        <translation>Keiner</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Angles</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles and repetitions (A; Shift+A chooses)</source>
        <translation>Gelenkwinkel und Wiederholungen zeigen (A; Umschalt+A wählt)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Count repetitions of</source>
        <translation>Wiederholungen zählen von</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles</source>
        <translation>Gelenkwinkel zeigen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Choose angles</source>
        <translation>Winkel wählen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Reset repetitions</source>
        <translation>Wiederholungen zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Repetitions</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended at its set length.</source>
        <translation>Sie endete nach der eingestellten Länge.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended because the person had left.</source>
        <translation>Sie endete, weil die Person gegangen war.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recorded {clock} to {folder}: {frames} frames, {poses} with poses.</source>
        <translation>{clock} aufgenommen nach {folder}: {frames} Bilder, {poses} mit Posen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>%n frames could not be written in time.</source>
        <translation>
            <numerusform>%n Bild konnte nicht rechtzeitig geschrieben werden.</numerusform>
            <numerusform>%n Bilder konnten nicht rechtzeitig geschrieben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>The camera was disconnected %n times: {s:.1f} s have no video.</source>
        <translation>
            <numerusform>Die Kamera war %n Mal getrennt: {s:.1f} s haben kein Video.</numerusform>
            <numerusform>Die Kamera war %n Mal getrennt: {s:.1f} s haben kein Video.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It was disconnected for the last {s:.0f} s, which are not in the recording.</source>
        <translation>Sie war während der letzten {s:.0f} s getrennt; diese fehlen in der Aufnahme.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What has been recorded is kept.</source>
        <translation>Das bisher Aufgenommene bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Stop and change</source>
        <translation>Stoppen und wechseln</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Keep recording</source>
        <translation>Weiter aufnehmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Sound is recorded with it.</source>
        <translation>Der Ton wird mit aufgenommen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What was recorded until then is kept.</source>
        <translation>Das bis dahin Aufgenommene bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>No program here opens folders; the recording is in {folder}.</source>
        <translation>Hier öffnet kein Programm Ordner; die Aufnahme liegt in {folder}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open recording</source>
        <translation>Aufnahme öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Each recording is a folder of its own, named by date and time.</source>
        <translation>Jede Aufnahme ist ein eigener Ordner, benannt nach Datum und Uhrzeit.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Takes are numbered: "{name} 01", "{name} 02"…</source>
        <translation>Aufnahmen werden nummeriert: „{name} 01“, „{name} 02“…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings folder</source>
        <translation>Ordner der Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>{variable} in the environment goes before this</source>
        <translation>{variable} in der Umgebung geht vor</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name of takes</source>
        <translation>Name der Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>by date and time</source>
        <translation>nach Datum und Uhrzeit</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings go to</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags of takes</source>
        <translation>Schlagwörter der Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>such as: left knee, after</source>
        <translation>etwa: linkes Knie, danach</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Words that the next takes are found by, with commas between</source>
        <translation>Wörter, unter denen die nächsten Aufnahmen zu finden sind, durch Kommas getrennt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Seconds from the key to the first frame that is recorded</source>
        <translation>Sekunden vom Tastendruck bis zum ersten aufgenommenen Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>0: until stopped</source>
        <translation>0: bis zum Stopp</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>End when the person leaves</source>
        <translation>Enden, wenn die Person geht</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Start when both arms are raised for a second</source>
        <translation>Starten, wenn beide Arme eine Sekunde oben sind</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Volume of sounds</source>
        <translation>Lautstärke der Töne</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown, start, stop, markers and repetitions; 0 is silent</source>
        <translation>Countdown, Start, Stopp, Marken und Wiederholungen; 0 ist stumm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sound for every repetition</source>
        <translation>Ton bei jeder Wiederholung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Of the angle whose repetitions are counted (Shift+A)</source>
        <translation>Des Winkels, dessen Wiederholungen gezählt werden (Umschalt+A)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Where recordings go</source>
        <translation>Speicherort der Aufnahmen</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} and %n others were not finished or are damaged.</source>
        <translation>
            <numerusform>Die Aufnahme {name} und %n weitere wurden nicht beendet oder sind beschädigt.</numerusform>
            <numerusform>Die Aufnahme {name} und %n weitere wurden nicht beendet oder sind beschädigt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} is damaged.</source>
        <translation>Die Aufnahme {name} ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} was not finished.</source>
        <translation>Die Aufnahme {name} wurde nicht beendet.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>What was written can be repaired.</source>
        <translation>Was geschrieben wurde, lässt sich reparieren.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network: it starts and stops takes, sets markers and shows angles. The code is good once; the next telephone scans the next one. Until you switch the remote off, nothing but this computer and those telephones takes part; what they say to each other is not encrypted.</source>
        <translation>Scannen Sie dies mit einem Telefon im selben Netzwerk: Es startet und stoppt Aufnahmen, setzt Marken und zeigt Winkel. Der Code gilt einmal; das nächste Telefon scannt den nächsten. Bis Sie die Fernbedienung ausschalten, sind nur dieser Computer und diese Telefone beteiligt; was sie einander senden, ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network, then touch Camera on it. Its browser warns first that the connection is not private, since no one vouches for your computer: choose Advanced and Proceed, on an iPhone Show Details and visit this website. The images go encrypted to this computer and nowhere else. The code is good once.</source>
        <translation>Scannen Sie dies mit einem Telefon im selben Netzwerk und tippen Sie darauf auf „Kamera“. Der Browser warnt zuerst, die Verbindung sei nicht privat, denn niemand bürgt für Ihren Computer: Wählen Sie „Erweitert“ und „Weiter“, auf einem iPhone „Details einblenden“ und „Diese Website öffnen“. Die Bilder gehen verschlüsselt an diesen Computer und nirgendwohin sonst. Der Code gilt einmal.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones</source>
        <translation>
            <numerusform>%n Telefon</numerusform>
            <numerusform>%n Telefone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones connected</source>
        <translation>
            <numerusform>%n Telefon verbunden</numerusform>
            <numerusform>%n Telefone verbunden</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Code to scan</source>
        <translation>Code zum Scannen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>A telephone as remote</source>
        <translation>Telefon als Fernbedienung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote</source>
        <translation>Fernbedienung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote and camera</source>
        <translation>Fernbedienung und Kamera</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>remote: {phones}</source>
        <translation>Fernbedienung: {phones}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>This computer is in no network: telephones cannot reach it.</source>
        <translation>Dieser Computer ist in keinem Netzwerk: Telefone erreichen ihn nicht.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>No telephones connected</source>
        <translation>Kein Telefon verbunden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>no telephones</source>
        <translation>kein Telefon</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_control.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: {engine} on {device}</source>
        <translation>Es läuft: {engine} auf {device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: the {network} network, {engine} on {device}</source>
        <translation>Es läuft: Netz „{network}“, {engine} auf {device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Defaults</source>
        <translation>Standardwerte</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Other programs</source>
        <translation>Andere Programme</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent</source>
        <translation>{state}: {sent} Posen gesendet</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent, {viewers} connected</source>
        <translation>{state}: {sent} Posen gesendet, {viewers} verbunden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Your height</source>
        <translation>Ihre Größe</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>The 3D figure's size is scaled to this height</source>
        <translation>Die 3D-Figur wird auf diese Körpergröße skaliert</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Field of view</source>
        <translation>Sichtfeld</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Of the camera, across the image; most webcams have 55–80°</source>
        <translation>Der Kamera, über die Bildbreite; die meisten Webcams haben 55–80°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Smoothness</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Follow</source>
        <translation>Verfolgen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Several people cost speed; the main person comes first</source>
        <translation>Mehrere Personen kosten Tempo; die Hauptperson hat Vorrang</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibrate…</source>
        <translation>Kalibrieren…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Forget</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Go back to assumed proportions and a level camera</source>
        <translation>Zurück zu angenommenen Proportionen und waagerechter Kamera</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the largest that keeps up here</source>
        <translation>Automatisch: das größte, das hier mithält</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>A larger network is more exact and takes longer a frame</source>
        <translation>Ein größeres Netz ist genauer und braucht länger je Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the fastest here</source>
        <translation>Automatisch: die schnellste hier</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Send VMC, for VTuber programs, Unity and Blender</source>
        <translation>VMC senden, für VTuber-Programme, Unity und Blender</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Offer poses as JSON over a WebSocket</source>
        <translation>Posen als JSON über einen WebSocket anbieten</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>to</source>
        <comment>an address</comment>
        <translation>an</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>at</source>
        <comment>an address</comment>
        <translation>auf</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Responsive</source>
        <translation>Direkt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>smooth</source>
        <translation>ruhig</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>up to %n people</source>
        <translation>
            <numerusform>nur eine Person</numerusform>
            <numerusform>bis zu %n Personen</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>measured with {source}</source>
        <translation>gemessen mit {source}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>not yet: three seconds</source>
        <translation>noch nicht: drei Sekunden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Again…</source>
        <translation>Erneut…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>fastest</source>
        <translation>schnellste</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{switch}: address</source>
        <translation>{switch}: Adresse</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>127.0.0.1 is this computer: nothing leaves it unless you enter another address.</source>
        <translation>127.0.0.1 ist dieser Computer: Nichts verlässt ihn, solange Sie keine andere Adresse eingeben.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Recorded beside the video, in step with it</source>
        <translation>Wird neben dem Video aufgenommen, im Gleichlauf mit ihm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level of the microphone</source>
        <translation>Pegel des Mikrofons</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Start and stop by a clap</source>
        <translation>Mit einem Klatschen starten und stoppen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>One clap of your hands, with quiet before and after it</source>
        <translation>Ein Klatschen, mit Stille davor und danach</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level</source>
        <comment>of the sound</comment>
        <translation>Pegel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>While a microphone is chosen it is listened to. Nothing is kept but in recordings, and nothing leaves this computer.</source>
        <translation>Ist ein Mikrofon gewählt, wird mitgehört. Behalten wird nur, was aufgenommen wird, und nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Off</source>
        <comment>the microphone</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>As the system chooses</source>
        <translation>Wie das System wählt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Video source</source>
        <translation>Videoquelle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again (F5)</source>
        <translation>Kameras neu suchen (F5)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again</source>
        <translation>Kameras neu suchen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video</source>
        <translation>Video öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address</source>
        <translation>Adresse öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Address of a network camera, for example rtsp://192.168.1.20/stream</source>
        <translation>Adresse einer Netzwerkkamera, zum Beispiel rtsp://192.168.1.20/stream</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Demo clip</source>
        <translation>Demo-Clip</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video file…</source>
        <translation>Videodatei öffnen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address…</source>
        <translation>Adresse öffnen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>No camera found</source>
        <translation>Keine Kamera gefunden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open {source}?</source>
        <translation>Aufnahme stoppen und {source} öffnen?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open the source again?</source>
        <translation>Aufnahme stoppen und die Quelle neu öffnen?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} offers its camera.</source>
        <translation>{name} bietet seine Kamera an.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and change the camera's format?</source>
        <translation>Aufnahme stoppen und das Kameraformat ändern?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Look for cameras</source>
        <translation>Kameras suchen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Open a video</source>
        <translation>Ein Video öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} was plugged in.</source>
        <translation>{name} wurde angeschlossen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record, stop (R)</source>
        <translation>Aufnehmen, stoppen (R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show what was a while ago, to watch yourself (D)</source>
        <translation>Zeigen, was vor einer Weile war, um sich selbst zu sehen (D)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show every repetition that is counted once again (L)</source>
        <translation>Jede gezählte Wiederholung noch einmal zeigen (L)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave the stage view (F11, Esc)</source>
        <translation>Bühnenansicht verlassen (F11, Esc)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Replay repetitions</source>
        <translation>Replay</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Stage view: read from far away</source>
        <translation>Bühnenansicht: von weitem lesbar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: delay</source>
        <translation>In der Bühnenansicht: Verzögerung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: replay repetitions</source>
        <translation>In der Bühnenansicht: Wiederholungen erneut zeigen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Delay {seconds} s</source>
        <translation>Verzögerung {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>No delay</source>
        <translation>Ohne Verzögerung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>latency {figures}</source>
        <translation>Latenz {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second that the source delivers, measured</source>
        <translation>Bilder je Sekunde, die die Quelle liefert, gemessen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second with a pose, measured</source>
        <translation>Bilder je Sekunde mit einer Pose, gemessen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames of this source that the network never saw because it was busy.
A skipped frame costs smoothness, not delay.</source>
        <translation>Bilder dieser Quelle, die das Netz nie sah, weil es beschäftigt war.
Ein ausgelassenes Bild kostet Flüssigkeit, keine Verzögerung.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Health: {state}</source>
        <translation>Zustand: {state}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Keep current engine</source>
        <translation>Bisherige Engine behalten</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>camera {rate:.1f} fps</source>
        <translation>Kamera {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network {rate:.1f} fps</source>
        <translation>Netz {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>From a frame's arrival until it is on the screen.
From a frame's arrival to its pose: {figures}</source>
        <translation>Vom Eintreffen eines Bilds, bis es auf dem Schirm ist.
Vom Eintreffen eines Bilds bis zu seiner Pose: {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>dropped {count}</source>
        <translation>ausgelassen {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network loading…</source>
        <translation>Netz wird geladen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>no network</source>
        <translation>kein Netz</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>loading another engine…</source>
        <translation>andere Engine wird geladen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>preparing another engine {share:.0f} %</source>
        <translation>andere Engine wird vorbereitet: {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} on</source>
        <translation>{name} an</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} failed</source>
        <translation>{name} gestört</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{sent} sent</source>
        <translation>{sent} gesendet</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>%n viewers</source>
        <translation>
            <numerusform>%n Zuschauer</numerusform>
            <numerusform>%n Zuschauer</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Marker {number}</source>
        <translation>Marke {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Set a marker while recording</source>
        <translation>Bei der Aufnahme eine Marke setzen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Discard this take and record again</source>
        <translation>Diese Aufnahme verwerfen und neu aufnehmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} was discarded: it is in the trash.</source>
        <translation>{name} wurde verworfen und liegt im Papierkorb.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} is back.</source>
        <translation>{name} ist wieder da.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Until stopped</source>
        <translation>Bis zum Stopp</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>None</source>
        <comment>no countdown</comment>
        <translation>Keiner</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Name, tags, volume…</source>
        <translation>Name, Schlagwörter, Lautstärke…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown {seconds} s, length: {length}</source>
        <translation>Countdown {seconds} s, Länge: {length}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown and length of takes</source>
        <translation>Countdown und Länge der Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>A telephone as remote…</source>
        <translation>Telefon als Fernbedienung…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Start when both arms are raised</source>
        <translation>Starten, wenn beide Arme oben sind</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Mirror</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Flip the video and the 3D view as in a mirror (M). Recordings are never mirrored.</source>
        <translation>Video und 3D-Ansicht wie im Spiegel zeigen (M). Aufnahmen werden nie gespiegelt.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record the video and the poses (R)</source>
        <translation>Video und Posen aufnehmen (R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Countdown and length of takes, name, sounds (T)</source>
        <translation>Countdown und Länge der Aufnahmen, Name, Töne (T)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Height, field of view, engine, other programs, folder (Ctrl+,)</source>
        <translation>Größe, Sichtfeld, Engine, andere Programme, Ordner (Strg+,)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Play, compare, trim and export what was recorded (Ctrl+R)</source>
        <translation>Aufnahmen abspielen, vergleichen, zuschneiden, exportieren (Strg+R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop recording</source>
        <translation>Aufnahme stoppen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>In {seconds} s</source>
        <translation>In {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop {clock}</source>
        <translation>Stopp {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record, stop</source>
        <translation>Aufnehmen, stoppen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop the countdown</source>
        <translation>Countdown stoppen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>{button} · no video</source>
        <translation>{button} · kein Video</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>The camera sends nothing: recording goes on when it is back (R stops)</source>
        <translation>Die Kamera sendet nichts: Die Aufnahme geht weiter, wenn sie wieder da ist (R stoppt)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>DELAY</source>
        <translation>VERZÖGERT</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>You see what was {seconds} s ago</source>
        <translation>Sie sehen, was vor {seconds} s war</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>REPLAY</source>
        <translation>REPLAY</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Your last repetition</source>
        <translation>Ihre letzte Wiederholung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Begins in {seconds:.0f} s</source>
        <translation>Beginnt in {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>From the next start of posecam on</source>
        <translation>Ab dem nächsten Start von posecam</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Low</source>
        <translation>Min.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>High</source>
        <translation>Max.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Reps</source>
        <translation>Wdh.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Fastest</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Switch angles on to plot them</source>
        <translation>Winkel einschalten, um sie zu zeichnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>In the frame shown</source>
        <translation>Im gezeigten Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Lowest in the chosen range</source>
        <translation>Kleinster im gewählten Bereich</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest in the chosen range</source>
        <translation>Größter im gewählten Bereich</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range of motion: highest less lowest</source>
        <translation>Bewegungsumfang: größter minus kleinster</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Repetitions: from under {low:.0%} of the range to over {high:.0%} and back</source>
        <translation>Wiederholungen: von unter {low:.0%} des Umfangs auf über {high:.0%} und zurück</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest rate of change</source>
        <translation>Höchste Änderungsgeschwindigkeit</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>{clock}, %n frames, a person in {seen}</source>
        <translation>
            <numerusform>{clock}, %n Bild, eine Person in {seen}</numerusform>
            <numerusform>{clock}, %n Bilder, eine Person in {seen}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Tags: {tags}</source>
        <translation>Schlagwörter: {tags}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Markers: {count}</source>
        <translation>Marken: {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Shown: the {result}, {count} frames with poses.</source>
        <translation>Gezeigt: {result}, {count} Bilder mit Posen.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Camera disconnected %n times, {s:.1f} s in all.</source>
        <translation>
            <numerusform>Kamera %n Mal getrennt, {s:.1f} s insgesamt.</numerusform>
            <numerusform>Kamera %n Mal getrennt, {s:.1f} s insgesamt.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>another recording</source>
        <translation>einer anderen Aufnahme</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Cut out of {name}.</source>
        <translation>Ausgeschnitten aus {name}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>The name of the recording and of its folder (F2)</source>
        <translation>Name der Aufnahme und ihres Ordners (F2)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>What to remember about this recording</source>
        <translation>Was zu dieser Aufnahme zu merken ist</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source> trimmed</source>
        <comment>ending of a name</comment>
        <translation> zugeschnitten</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Trimming to {name}…</source>
        <translation>{name} wird zugeschnitten…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is in the trash.</source>
        <translation>{name} liegt im Papierkorb.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repairing {name}…</source>
        <translation>{name} wird repariert…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Undone: {step}</source>
        <translation>Rückgängig gemacht: {step}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{new} holds {s:.2f} s of {old}.</source>
        <translation>{new} enthält {s:.2f} s von {old}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{old} is now {new}.</source>
        <translation>{old} heißt jetzt {new}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repair</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is repaired.</source>
        <translation>{name} ist repariert.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>What was written can be kept.</source>
        <translation>Was geschrieben wurde, lässt sich erhalten.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Can't open this recording</source>
        <translation>Diese Aufnahme lässt sich nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recording is open</source>
        <translation>Keine Aufnahme ist offen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recordings yet</source>
        <translation>Noch keine Aufnahmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Choose one on the left, or drop one here.</source>
        <translation>Wählen Sie links eine oder legen Sie eine hier ab.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Record makes one in the live window; one from elsewhere can be opened.</source>
        <translation>„Aufnehmen“ im Live-Fenster macht eine; eine von anderswo lässt sich öffnen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open another…</source>
        <translation>Andere öffnen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export {name}</source>
        <translation>{name} exportieren</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Show files</source>
        <translation>Dateien zeigen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of BVH, glTF, USD, C3D, TRC and MOT</source>
        <translation>Von BVH, glTF, USD, C3D, TRC und MOT</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Markers of C3D, TRC</source>
        <translation>Marker von C3D, TRC</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Skeleton and markers</source>
        <translation>Skelett und Marker</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Joints</source>
        <translation>Gelenke</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of formats that hold one person; the others hold everybody</source>
        <translation>Für Formate mit einer Person; die anderen enthalten alle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Poses</source>
        <translation>Posen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into the folder</source>
        <translation>Zielordner</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Replace files that are there already</source>
        <translation>Vorhandene Dateien ersetzen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into</source>
        <translation>Nach</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export into</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{number} of {all}: {format}…</source>
        <translation>{number} von {all}: {format}…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files are in {folder}, of the {result}.</source>
        <translation>
            <numerusform>%n Datei liegt in {folder} ({result}).</numerusform>
            <numerusform>%n Dateien liegen in {folder} ({result}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Bone names</source>
        <translation>Knochennamen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Rest pose</source>
        <translation>Ruhepose</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Unit of BVH and USD</source>
        <translation>Einheit von BVH und USD</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{rate} a second</source>
        <translation>{rate} je Sekunde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Only the range, {first:.2f} to {last:.2f} s</source>
        <translation>Nur den Bereich, {first:.2f} bis {last:.2f} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}, seen for {clock}</source>
        <translation>Person {number}, {clock} zu sehen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Main person</source>
        <translation>Hauptperson</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files were written before.</source>
        <translation>
            <numerusform>%n Datei wurde zuvor geschrieben.</numerusform>
            <numerusform>%n Dateien wurden zuvor geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>The file being written is finished first…</source>
        <translation>Die begonnene Datei wird noch fertig…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>As recorded</source>
        <translation>Wie aufgenommen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>BVH: Blender, Unity, Unreal</source>
        <translation>BVH: Blender, Unity, Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>glTF: an animated skeleton</source>
        <translation>glTF: animiertes Skelett</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>USD: Maya, Houdini, Unreal</source>
        <translation>USD: Maya, Houdini, Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>C3D: biomechanics</source>
        <translation>C3D: Biomechanik</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>TRC: markers for OpenSim</source>
        <translation>TRC: Marker für OpenSim</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MOT: joint angles for OpenSim</source>
        <translation>MOT: Gelenkwinkel für OpenSim</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>CSV: spreadsheets</source>
        <translation>CSV: Tabellen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>JSON: programs</source>
        <translation>JSON: Programme</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>NPZ: NumPy</source>
        <translation>NPZ: NumPy</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Tidy CSV: R, pandas</source>
        <translation>Tidy CSV: R, pandas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Angles and speeds as CSV</source>
        <translation>Winkel und Tempo als CSV</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video with skeleton and 3D figure</source>
        <translation>Video mit Skelett und 3D-Figur</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A page to share: video, 3D figure, angles</source>
        <translation>Seite zum Teilen: Video, Figur, Winkel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Biomechanics</source>
        <translation>Biomechanik</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MPII, 16 joints</source>
        <translation>MPII, 16 Gelenke</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Human3.6M, 17 joints</source>
        <translation>Human3.6M, 17 Gelenke</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Plain</source>
        <translation>Schlicht</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Unreal mannequin</source>
        <translation>Unreal-Mannequin</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>VRM humanoid</source>
        <translation>VRM-Humanoid</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>T: arms sideways</source>
        <translation>T: Arme waagerecht</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A: arms 45° below</source>
        <translation>A: Arme 45° darunter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Standing: arms hanging</source>
        <translation>Stehend: Arme hängend</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Centimetres</source>
        <translation>Zentimeter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Metres</source>
        <translation>Meter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Millimetres</source>
        <translation>Millimeter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>As here</source>
        <translation>Wie hier</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A skeleton that moves, for characters.</source>
        <translation>Ein bewegtes Skelett, für Figuren.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Points and angles in laboratory units.</source>
        <translation>Punkte und Winkel in Laboreinheiten.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Every keypoint of every frame, for your own evaluation.</source>
        <translation>Jeder Keypoint jedes Bilds, für eigene Auswertungen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>To look at and to show, with the skeleton drawn in.</source>
        <translation>Zum Ansehen und Zeigen, mit gezeichnetem Skelett.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Which poses are shown: live or reprocessed</source>
        <translation>Welche Posen gezeigt werden: live oder neu berechnet</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Person whose figure and angles are shown; or click on one</source>
        <translation>Person, deren Figur und Winkel gezeigt werden; oder eine anklicken</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Another recording as a faint second figure, started together</source>
        <translation>Eine andere Aufnahme als blasse zweite Figur, gemeinsam gestartet</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source> s offset</source>
        <translation> s Versatz</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Time offset of the other recording against the start of the range</source>
        <translation>Zeitversatz der anderen Aufnahme gegen den Anfang des Bereichs</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording from another folder (Ctrl+O)</source>
        <translation>Eine Aufnahme aus einem anderen Ordner öffnen (Strg+O)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Reprocess</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Re-run the network on every frame, zero-lag smoothing; the live result is kept</source>
        <translation>Das Netz auf jedem Bild neu laufen lassen, verzögerungsfrei geglättet; das Live-Ergebnis bleibt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save plot…</source>
        <translation>Kurve speichern…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot as an image or a table (Ctrl+P)</source>
        <translation>Die Kurve als Bild oder Tabelle speichern (Strg+P)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>To files for other programs (Ctrl+E)</source>
        <translation>In Dateien für andere Programme (Strg+E)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Move to the trash (Del); can be undone (Ctrl+Z)</source>
        <translation>In den Papierkorb (Entf); lässt sich rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot</source>
        <translation>Kurve speichern</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording</source>
        <translation>Eine Aufnahme öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Nothing</source>
        <comment>to compare with</comment>
        <translation>Nichts</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>The {result}</source>
        <translation>{result}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recording now</source>
        <translation>Wird aufgenommen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Cannot be opened</source>
        <translation>Lässt sich nicht öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Not finished</source>
        <translation>Nicht beendet</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recordings, the newest first</source>
        <translation>Aufnahmen, die neuesten zuerst</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>in {folder}</source>
        <translation>in {folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Compare with this</source>
        <translation>Hiermit vergleichen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Take off the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Play, pause</source>
        <translation>Abspielen, Pause</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next frame</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous frame</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Forward one second</source>
        <translation>Eine Sekunde vor</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Back one second</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>First frame</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Last frame</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next marker</source>
        <translation>Nächste Marke</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous marker</source>
        <translation>Vorige Marke</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Start of range</source>
        <translation>Anfang des Bereichs</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>End of range</source>
        <translation>Ende des Bereichs</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>No image for this frame</source>
        <translation>Kein Bild zu diesem Zeitpunkt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Angles over time</source>
        <translation>Winkel über der Zeit</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Click to go there; turn the wheel to zoom, double-click to see all</source>
        <translation>Klicken springt dorthin; das Mausrad zoomt, ein Doppelklick zeigt alles</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>posecam: joint angles</source>
        <translation>posecam: Gelenkwinkel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>the image could not be written</source>
        <translation>das Bild konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} lässt sich nicht schreiben: {why}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Dashed: {name}</source>
        <translation>Gestrichelt: {name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>no reason given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is reprocessed: all {frames} frames have poses, live it was {live}.</source>
        <translation>{name} ist neu berechnet: Alle {frames} Bilder haben Posen, live waren es {live}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{missing} of {all} frames were skipped while recording and have no pose.</source>
        <translation>{missing} von {all} Bildern wurden beim Aufnehmen ausgelassen und haben keine Pose.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: loading the pose model…</source>
        <translation>{name} wird neu berechnet: Posenmodell wird geladen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Compare with the live result</source>
        <translation>Mit Live-Ergebnis vergleichen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: one at a time.</source>
        <translation>{name} wird gerade neu berechnet: eine nach der anderen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: cancel that, or wait.</source>
        <translation>{name} wird gerade neu berechnet: abbrechen oder warten.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: smoothing…</source>
        <translation>{name} wird neu berechnet: Glättung…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: frame {done} of {all}</source>
        <translation>{name} wird neu berechnet: Bild {done} von {all}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} stays as it was.</source>
        <translation>{name} bleibt, wie es war.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Drawing</source>
        <translation>Zeichnung</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>{file} should end in .png, .svg or .csv.</source>
        <translation>{file} sollte auf .png, .svg oder .csv enden.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash…</source>
        <translation>Papierkorb…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Bring back what was deleted, or remove it for good (Ctrl+Del)</source>
        <translation>Gelöschtes zurückholen oder endgültig entfernen (Strg+Entf)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/take.py"/>
        <source>The recording {folder} has no frames: nothing to look at.</source>
        <translation>Die Aufnahme {folder} hat keine Bilder: Es gibt nichts zu sehen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Bars: joint confidence. Hatched: camera disconnected. Flags: markers. Drag to move through time, drag the handles to choose a range (I, O).</source>
        <translation>Balken: Konfidenz der Gelenke. Schraffiert: Kamera getrennt. Fähnchen: Marken. Ziehen bewegt durch die Zeit, die Griffe wählen einen Bereich (I, O).</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>First frame (Home)</source>
        <translation>Erstes Bild (Pos1)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Previous frame (←)</source>
        <translation>Voriges Bild (←)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Next frame (→)</source>
        <translation>Nächstes Bild (→)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Last frame (End)</source>
        <translation>Letztes Bild (Ende)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed (↑ faster, ↓ slower)</source>
        <translation>Tempo (↑ schneller, ↓ langsamer)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the chosen range again and again (L)</source>
        <translation>Den gewählten Bereich immer wieder abspielen (L)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the sound, at the speed of life (V)</source>
        <translation>Den Ton abspielen, bei normalem Tempo (V)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim</source>
        <translation>Zuschneiden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Make a new recording of the chosen range; this one stays (T)</source>
        <translation>Aus dem gewählten Bereich eine neue Aufnahme machen; diese bleibt (T)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Sound on, off</source>
        <translation>Ton an, aus</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop the range</source>
        <translation>Bereich als Schleife</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim to the range</source>
        <translation>Auf den Bereich zuschneiden</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>frame {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>%n recordings, {size}</source>
        <translation>
            <numerusform>%n Aufnahme, {size}</numerusform>
            <numerusform>%n Aufnahmen, {size}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{mb:.1f} MB</source>
        <translation>{mb:.1f} MB</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{mb:,.0f} MB</source>
        <translation>{mb:,.0f} MB</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Deleted recordings, the last deleted first</source>
        <translation>Gelöschte Aufnahmen, die zuletzt gelöschten zuerst</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Reading the trash…</source>
        <translation>Papierkorb wird gelesen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Remove {size}, for good?</source>
        <translation>{size} endgültig entfernen?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>This cannot be undone.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Emptying the trash…</source>
        <translation>Papierkorb wird geleert…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>deleted {when}</source>
        <translation>gelöscht {when}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{amount}. Each can be brought back until the trash is emptied.</source>
        <translation>{amount}. Jede lässt sich zurückholen, bis der Papierkorb geleert wird.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>The trash is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>from {folder}</source>
        <translation>aus {folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Refresh the list</source>
        <translation>Liste aktualisieren</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Saved {path}.</source>
        <translation>{path} gespeichert.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>{name} angles.png</source>
        <translation>{name} Winkel.png</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/work.py"/>
        <source>Something unexpected happened: {error}.</source>
        <translation>Etwas Unerwartetes ist geschehen: {error}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast: for weak computers</source>
        <translation>Schnell: für schwache Computer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced: for most computers</source>
        <translation>Ausgewogen: für die meisten Computer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best: for fast computers</source>
        <translation>Beste: für schnelle Computer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>This sheet</source>
        <translation>Diese Übersicht</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/notice_bar.py"/>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/orbit_canvas.py"/>
        <source>{metres:g} m</source>
        <translation>{metres:g} m</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>The 3D view needs OpenGL 2.1, which this screen or driver does not offer.
Everything else works, and recordings hold the 3D joints all the same.</source>
        <translation>Die 3D-Ansicht braucht OpenGL 2.1, das dieser Bildschirm oder Treiber nicht bietet.
Alles andere läuft, und Aufnahmen enthalten die 3D-Gelenke trotzdem.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set by you</source>
        <translation>Von Ihnen eingestellt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Assumed</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set</source>
        <translation>Eingestellt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>assumed</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front view</source>
        <translation>Ansicht von vorn</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side view</source>
        <translation>Ansicht von der Seite</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top view</source>
        <translation>Ansicht von oben</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>field of view {angle:g}°</source>
        <translation>Sichtfeld {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}.</source>
        <translation>{origin}: {parts}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{cm:g} cm</source>
        <translation>{cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>height {cm:g} cm</source>
        <translation>Größe {cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>view {angle:g}°</source>
        <translation>Sicht {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}.</source>
        <translation>Neigung: {level}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>proportions</source>
        <translation>Proportionen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Rotate the view slowly around the figure (Space)</source>
        <translation>Die Ansicht langsam um die Figur drehen (Leertaste)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Sticks</source>
        <translation>Striche</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Draw bones and joints instead of a body (B)</source>
        <translation>Knochen und Gelenke statt eines Körpers zeichnen (B)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Stand upright for three seconds: measures your proportions and the camera's tilt (C)</source>
        <translation>Drei Sekunden aufrecht stehen: misst Ihre Proportionen und die Neigung der Kamera (C)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}</source>
        <translation>Neigung: {level}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate the 3D view</source>
        <translation>3D-Ansicht drehen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Opens the settings of the figure</source>
        <translation>Öffnet die Einstellungen der Figur</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}. Opens the settings of the figure.</source>
        <translation>{origin}: {parts}. Öffnet die Einstellungen der Figur.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the front</source>
        <translation>3D von vorn</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the side</source>
        <translation>3D von der Seite</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the top</source>
        <translation>3D von oben</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D body or sticks</source>
        <translation>3D: Körper oder Striche</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_view.py"/>
        <source>3D view</source>
        <translation>3D-Ansicht</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/video_view.py"/>
        <source>Make this the main person</source>
        <translation>Zur Hauptperson machen</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Character</source>
        <translation>Figur</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character</source>
        <translation>Figur öffnen</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Characters ({endings})</source>
        <translation>Figuren ({endings})</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>A .glb or .vrm of your own in the place of the mannequin (Shift+B)</source>
        <translation>Eine eigene .glb- oder .vrm-Datei anstelle des Mannequins (Umschalt+B)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character…</source>
        <translation>Figur öffnen…</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Mannequin</source>
        <translation>Mannequin</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Your own character, or the mannequin</source>
        <translation>Eigene Figur oder das Mannequin</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Compared recording beside or on top</source>
        <translation>Verglichene Aufnahme daneben oder darauf</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit the 3D view to the person</source>
        <translation>3D-Ansicht an die Person anpassen</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Follow the person in 3D</source>
        <translation>Der Person in 3D folgen</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Keep the whole person in view, and what they reach (Shift+F)</source>
        <translation>Die ganze Person im Blick behalten, und wohin sie reicht (Umschalt+F)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Let the compared recording stand beside, not on top (G)</source>
        <translation>Die verglichene Aufnahme daneben stellen, nicht darauf (G)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Frame the person as they are now (F)</source>
        <translation>Die Person zeigen, wie sie jetzt ist (F)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Video with skeletons</source>
        <translation>Video mit Skeletten</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Figure on a plain colour</source>
        <translation>Figur auf einfarbigem Grund</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>posecam as a camera in OBS, Zoom, Teams and browsers</source>
        <translation>posecam als Kamera in OBS, Zoom, Teams und Browsern</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Virtual camera</source>
        <translation>Virtuelle Kamera</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{device}: {sent} images sent</source>
        <translation>{device}: {sent} Bilder gesendet</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop (Wayland) keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>Dieser Desktop (Wayland) gibt Tasten nur dem Programm im Vordergrund: Stattdessen starten ein Klatschen, gehobene Arme oder ein Telefon eine Aufnahme.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>macOS keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>macOS gibt Tasten nur dem Programm im Vordergrund: Stattdessen starten ein Klatschen, gehobene Arme oder ein Telefon eine Aufnahme.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Ctrl+Alt+R is taken by another program.</source>
        <translation>Strg+Alt+R ist von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop tells programs of no key while others are in front.</source>
        <translation>Dieser Desktop meldet Programmen keine Tasten, solange andere im Vordergrund sind.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{key} starts and stops from any program</source>
        <translation>{key} startet und stoppt aus jedem Programm</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Foot contact</source>
        <translation>Bodenkontakt</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Where the person walks: steps a minute, the time of the step that ends with each foot, and how much of its stride it stands. Jumps by flight time: as stretched on landing as on leaving the ground, the camera still.</source>
        <translation>Wo die Person geht: Schritte je Minute, die Dauer des Schritts, der mit jedem Fuß endet, und wie viel seines Doppelschritts er steht. Sprünge nach Flugzeit: bei der Landung so gestreckt wie beim Absprung, die Kamera unbewegt.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>What rests on the ground in the frame shown: right foot, left foot</source>
        <translation>Was im gezeigten Bild auf dem Boden ruht: rechter Fuß, linker Fuß</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps</source>
        <translation>Schritte und Sprünge</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps as CSV</source>
        <translation>Schritte und Sprünge als CSV</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>flat</source>
        <translation>flach</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>heel</source>
        <translation>Ferse</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>toes</source>
        <translation>Zehen</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>in the air</source>
        <translation>in der Luft</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam"/>
        <source>%n steps</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{cadence:.0f}/min</source>
        <translation>{cadence:.0f}/min</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam"/>
        <source>%n jumps</source>
        <translation>
            <numerusform>%n Sprung</numerusform>
            <numerusform>%n Sprünge</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>up to {height:.0f} cm</source>
        <translation>bis {height:.0f} cm</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} {seconds:.2f} s</source>
        <translation>{side} {seconds:.2f} s</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} stands {share:.0f} %</source>
        <translation>{side} steht {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>The virtual camera cannot show the figure: there is no OpenGL here.</source>
        <translation>Die virtuelle Kamera kann die Figur nicht zeigen: Hier gibt es kein OpenGL.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>demo clip</source>
        <translation>Demo-Clip</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>camera {1}</source>
        <translation>Kamera {1}</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>live result</source>
        <translation>Live-Ergebnis</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>reprocessed result</source>
        <translation>neu berechnetes Ergebnis</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Knee flexion</source>
        <translation>Knieflexion</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip flexion</source>
        <translation>Hüftflexion</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip abduction</source>
        <translation>Hüftabduktion</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Elbow flexion</source>
        <translation>Ellbogenflexion</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder elevation</source>
        <translation>Schulterelevation</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder plane</source>
        <translation>Schulterebene</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk flexion</source>
        <translation>Rumpfflexion</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk lateral</source>
        <translation>Rumpfseitneigung</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk inclination</source>
        <translation>Rumpfneigung</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk rotation</source>
        <translation>Rumpfrotation</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Ankle dorsiflexion</source>
        <translation>Dorsalextension des Fußes</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Foot progression</source>
        <translation>Fußwinkel im Gang</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head flexion</source>
        <translation>Kopfflexion</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head lateral</source>
        <translation>Kopfseitneigung</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head rotation</source>
        <translation>Kopfrotation</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis obliquity</source>
        <translation>Beckenkippung seitlich</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis rotation</source>
        <translation>Beckenrotation</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right knee flexion</source>
        <translation>Knieflexion rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left knee flexion</source>
        <translation>Knieflexion links</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip flexion</source>
        <translation>Hüftflexion rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip flexion</source>
        <translation>Hüftflexion links</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip abduction</source>
        <translation>Hüftabduktion rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip abduction</source>
        <translation>Hüftabduktion links</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right elbow flexion</source>
        <translation>Ellbogenflexion rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left elbow flexion</source>
        <translation>Ellbogenflexion links</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder elevation</source>
        <translation>Schulterelevation rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder elevation</source>
        <translation>Schulterelevation links</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder plane</source>
        <translation>Schulterebene rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder plane</source>
        <translation>Schulterebene links</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right ankle dorsiflexion</source>
        <translation>Dorsalextension rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left ankle dorsiflexion</source>
        <translation>Dorsalextension links</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right foot progression</source>
        <translation>Fußwinkel rechts</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left foot progression</source>
        <translation>Fußwinkel links</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} packets could not be decoded.</source>
        <translation>{1} ist beschädigt: {2} Pakete ließen sich nicht decodieren.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} of {3} frames could only be decoded in part, and they and those after them may be smeared.</source>
        <translation>{1} ist beschädigt: {2} von {3} Bildern ließen sich nur teilweise decodieren; sie und die danach können verschmiert sein.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>The clock of {1} jumps ahead by {2} after {3} s{4}: that time is left out.</source>
        <translation>Die Uhr von {1} springt nach {3} s um {2} voraus{4}: Diese Zeit wird ausgelassen.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>There is no camera, file or folder called "{1}" (cameras here: {2}).</source>
        <translation>Es gibt keine Kamera, keine Datei und keinen Ordner namens „{1}“ (Kameras hier: {2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>More than one camera is called "{1}": choose by number, {2}.</source>
        <translation>Mehrere Kameras heißen „{1}“: Wählen Sie nach Nummer, {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>{1} is not plugged in.</source>
        <translation>{1} ist nicht angeschlossen.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} holds no images.</source>
        <translation>Der Ordner {1} enthält keine Bilder.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} is cut short: {2} of {3} images could be read.</source>
        <translation>{1} ist abgeschnitten: {2} von {3} Bildern ließen sich lesen.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the images in {2} could not be read.</source>
        <translation>{1} der Bilder in {2} ließen sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the files in {2} hold several images: only the first of each is used.</source>
        <translation>{1} der Dateien in {2} enthalten mehrere Bilder: Nur das erste wird jeweils verwendet.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} cannot be read: {2}.</source>
        <translation>Der Ordner {1} lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no image that can be read.</source>
        <translation>{1} antwortet, sendet aber kein lesbares Bild.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} sends images that cannot be read.</source>
        <translation>{1} sendet Bilder, die nicht lesbar sind.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} has ended its stream.</source>
        <translation>{1} hat die Übertragung beendet.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no video.</source>
        <translation>{1} antwortet, sendet aber kein Video.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS is asking whether the camera may be used: answer it with OK.</source>
        <translation>macOS fragt, ob die Kamera verwendet werden darf: Antworten Sie mit OK.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>The administrator of this Mac has switched its cameras off for such programs.</source>
        <translation>Der Administrator dieses Mac hat die Kameras für solche Programme ausgeschaltet.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS keeps the camera from posecam: switch it on for posecam, or for the terminal that started it, under System Settings &gt; Privacy &amp; Security &gt; Camera, and start it again.</source>
        <translation>macOS lässt posecam nicht an die Kamera: Erlauben Sie sie für posecam oder das Terminal, das es gestartet hat, unter Systemeinstellungen &gt; Datenschutz &amp; Sicherheit &gt; Kamera, und starten Sie es neu.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/options.py"/>
        <source>"{1}" is no format of a camera: write it as 1280x720@30 MJPG, any part of which may be left out.</source>
        <translation>„{1}“ ist kein Kameraformat: Schreiben Sie es wie 1280x720@30 MJPG; jeder Teil darf fehlen.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} sends no images: is its screen off, or another page in front of it?</source>
        <translation>{1} sendet keine Bilder: Ist der Bildschirm aus oder eine andere Seite davor?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} has disconnected: is its page still open?</source>
        <translation>{1} hat die Verbindung getrennt: Ist die Seite noch offen?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} is not connected: open the remote (P) and scan its code with it.</source>
        <translation>{1} ist nicht verbunden: Öffnen Sie die Fernbedienung (P) und scannen Sie ihren Code damit.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No source was given: name a camera, a file, a folder or an address.</source>
        <translation>Es wurde keine Quelle angegeben: Nennen Sie eine Kamera, eine Datei, einen Ordner oder eine Adresse.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no camera {1}…: its number is too long.</source>
        <translation>Es gibt keine Kamera {1}…: Die Nummer ist zu lang.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No telephone was named: write {1} and the name it has in the list.</source>
        <translation>Es wurde kein Telefon genannt: Schreiben Sie {1} und den Namen aus der Liste.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be read: addresses may begin with {2} only.</source>
        <translation>{1} ist nicht lesbar: Adressen dürfen nur mit {2} beginnen.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} is not a complete address: it names no host.</source>
        <translation>{1} ist keine vollständige Adresse: Sie nennt keinen Host.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file or folder {1}.</source>
        <translation>Es gibt keine Datei und keinen Ordner {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file {1}: there is no such user.</source>
        <translation>Es gibt keine Datei {1}: Diesen Benutzer gibt es nicht.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be looked at: {2}.</source>
        <translation>{1} lässt sich nicht ansehen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} failed unexpectedly ({2}).</source>
        <translation>{1} ist unerwartet ausgefallen ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} sends the same image again and again: it may hang, or its shutter may be closed. Open the shutter, or unplug it and plug it in again.</source>
        <translation>{1} sendet immer wieder dasselbe Bild: Sie hängt vielleicht, oder ihre Blende ist zu. Öffnen Sie die Blende, oder ziehen Sie das Kabel ab und stecken Sie es wieder ein.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has stopped sending images; it is tried again if it stays silent. Check its cable or its network.</source>
        <translation>{1} sendet keine Bilder mehr; bleibt das so, wird es neu versucht. Prüfen Sie Kabel oder Netzwerk.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} Trying again.</source>
        <translation>{1} Es wird weiter versucht.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>There is nothing to see: is the lens covered, its shutter closed, or the light off?</source>
        <translation>Es ist nichts zu sehen: Ist die Linse verdeckt, die Blende zu oder das Licht aus?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has ended.</source>
        <translation>{1} ist zu Ende.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} holds no frame that can be read.</source>
        <translation>Das Video {1} enthält kein lesbares Bild.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is a folder, not a video file.</source>
        <translation>{1} ist ein Ordner, keine Videodatei.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} is empty.</source>
        <translation>Die Datei {1} ist leer.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video: it holds {2}.</source>
        <translation>{1} ist kein Video: Es enthält {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>There is no file {1}.</source>
        <translation>Es gibt keine Datei {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} may not be read: permission denied.</source>
        <translation>Die Datei {1} darf nicht gelesen werden: Zugriff verweigert.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video, or it is damaged.</source>
        <translation>{1} ist kein Video oder ist beschädigt.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is no video that is read: it is a list of others, or of another format.</source>
        <translation>{1} ist kein Video, das gelesen wird: Es ist eine Liste anderer oder hat ein anderes Format.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} cannot be opened: {2}.</source>
        <translation>Das Video {1} lässt sich nicht öffnen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it.</source>
        <translation>{1} ist da, lässt sich aber nicht öffnen: Vielleicht benutzt sie ein anderes Programm.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} gives {2} instead of {3}.</source>
        <translation>{1} liefert {2} statt {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>There is no camera {1}.</source>
        <translation>Es gibt keine Kamera {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{1} ist da, lässt sich aber nicht öffnen: Vielleicht benutzt sie ein anderes Programm, oder die Datenschutzeinstellungen von Windows verwehren sie.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} may not be opened by you: join the group that owns {2} (video).</source>
        <translation>Sie dürfen {1} nicht öffnen: Treten Sie der Gruppe bei, der {2} gehört (video).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} opens but delivers no image.</source>
        <translation>{1} öffnet sich, liefert aber kein Bild.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} has stopped delivering.</source>
        <translation>{1} liefert nichts mehr.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} was unplugged.</source>
        <translation>{1} wurde abgezogen.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your feet cannot be seen: step back.</source>
        <translation>Ihre Füße sind nicht zu sehen: Treten Sie zurück.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your head cannot be seen: step back or tilt the camera.</source>
        <translation>Ihr Kopf ist nicht zu sehen: Treten Sie zurück oder neigen Sie die Kamera.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>You cannot be seen clearly: step out from behind things and into the light.</source>
        <translation>Sie sind nicht deutlich zu sehen: Treten Sie hinter Gegenständen hervor und ins Licht.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your arms cannot be seen: let them hang a little away from the body.</source>
        <translation>Ihre Arme sind nicht zu sehen: Lassen Sie sie etwas abseits des Körpers hängen.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright.</source>
        <translation>Stehen Sie aufrecht.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, not bent over.</source>
        <translation>Stehen Sie aufrecht, nicht vorgebeugt.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Face the camera.</source>
        <translation>Wenden Sie sich zur Kamera.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>The camera looks down or up too steeply to calibrate with: place it more level.</source>
        <translation>Die Kamera blickt zu steil nach unten oder oben zum Kalibrieren: Stellen Sie sie waagerechter.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, with your legs straight.</source>
        <translation>Stehen Sie aufrecht, mit gestreckten Beinen.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Step into view, so that you are seen from head to foot.</source>
        <translation>Treten Sie ins Bild, sodass Sie von Kopf bis Fuß zu sehen sind.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand still.</source>
        <translation>Stehen Sie still.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} cannot be written: {2}.</source>
        <translation>{1} lässt sich nicht schreiben: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>No format was named: choose from {1}.</source>
        <translation>Es wurde kein Format genannt: Wählen Sie aus {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The session {1} has no frames: there is nothing to export.</source>
        <translation>Die Aufnahme {1} hat keine Bilder: Es gibt nichts zu exportieren.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} is there already and was not replaced.</source>
        <translation>{1} gibt es schon und wurde nicht ersetzt.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>There is no format "{1}": choose from {2}.</source>
        <translation>Es gibt kein Format „{1}“: Wählen Sie aus {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The format "{1}" needs the package {2}, which is not installed: pip install "posecam[{3}]" brings it.</source>
        <translation>Das Format „{1}“ braucht das Paket {2}, das nicht installiert ist: pip install "posecam[{3}]" holt es.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/options.py"/>
        <source>{1} samples a second cannot be written: choose {2} to {3}.</source>
        <translation>{1} Bilder je Sekunde lassen sich nicht schreiben: Wählen Sie {2} bis {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>{1} people were seen: this is person {2}, seen longest.</source>
        <translation>{1} Personen waren zu sehen: Dies ist Person {2}, am längsten zu sehen.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>Person {1} was never seen in the session {2} (seen: {3}).</source>
        <translation>Person {1} war in der Aufnahme {2} nie zu sehen (zu sehen: {3}).</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>No person was seen in the session {1}: there is no motion to export.</source>
        <translation>In der Aufnahme {1} war keine Person zu sehen: Es gibt keine Bewegung zu exportieren.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The session {1} lasts {2} hours and has {3} frames: at a constant rate it would be {4} samples, nearly all of pauses. Trim it to what matters.</source>
        <translation>Die Aufnahme {1} dauert {2} Stunden und hat {3} Bilder: Bei fester Rate wären es {4} Bilder, fast alle aus Pausen. Schneiden Sie sie auf das Wichtige zu.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The 3D poses of the session {1} are empty: there is no motion to export.</source>
        <translation>Die 3D-Posen der Aufnahme {1} sind leer: Es gibt keine Bewegung zu exportieren.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/overlay_file.py"/>
        <source>The session {1} has no images: its overlay cannot be drawn.</source>
        <translation>Die Aufnahme {1} hat keine Bilder: In sie lässt sich nichts zeichnen.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/html_file.py"/>
        <source>The session {1} has no images: a page shows a video.</source>
        <translation>Die Aufnahme {1} hat keine Bilder: Eine Seite zeigt ein Video.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/c3d_file.py"/>
        <source>The session {1} has {2} frames, and C3D holds {3} at most: TRC holds more.</source>
        <translation>Die Aufnahme {1} hat {2} Bilder, C3D fasst höchstens {3}: TRC fasst mehr.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>Nothing else here runs the network.</source>
        <translation>Nichts anderes führt hier das Netz aus.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>This installation of posecam has no network of the quality {1}: the usual one is used instead.</source>
        <translation>Diese Installation von posecam hat kein Netz der Qualität {1}: Das übliche wird stattdessen verwendet.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>{1} The fastest engine that works here is used instead.</source>
        <translation>{1} Die schnellste Engine, die hier läuft, wird stattdessen verwendet.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_switch.py"/>
        <source>The engine could not be loaded: {1}.</source>
        <translation>Die Engine konnte nicht geladen werden: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>The network is loading.</source>
        <translation>Das Netz wird geladen.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>{1} {2} runs the network instead.</source>
        <translation>{1} {2} führt das Netz stattdessen aus.</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>The session {1} has no images that can be read: there is nothing to look at.</source>
        <translation>Die Aufnahme {1} hat keine lesbaren Bilder: Es gibt nichts zu berechnen.</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>{1} of {2} cannot be written: {3}.</source>
        <translation>{1} von {2} lässt sich nicht schreiben: {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/cutting.py"/>
        <source>The video {1} cannot be read.</source>
        <translation>Das Video {1} lässt sich nicht lesen.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no frame between {2} and {3} s.</source>
        <translation>Die Aufnahme {1} hat kein Bild zwischen {2} und {3} s.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is already a session "{1}".</source>
        <translation>Es gibt schon eine Aufnahme „{1}“.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>A note has at most {1} characters.</source>
        <translation>Eine Notiz hat höchstens {1} Zeichen.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} is not in the trash any more.</source>
        <translation>{1} liegt nicht mehr im Papierkorb.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is a new session "{1}": rename it first.</source>
        <translation>Es gibt eine neue Aufnahme „{1}“: Benennen Sie diese zuerst um.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no manifest that can be read: repair it first.</source>
        <translation>Die Aufnahme {1} hat kein lesbares Manifest: Reparieren Sie sie zuerst.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be brought back: {2}.</source>
        <translation>{1} lässt sich nicht zurückholen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be renamed: {2}.</source>
        <translation>{1} lässt sich nicht umbenennen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The note cannot be kept in {1}: {2}.</source>
        <translation>Die Notiz lässt sich in {1} nicht speichern: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be deleted: {2}.</source>
        <translation>{1} lässt sich nicht löschen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be removed from the trash: {2}.</source>
        <translation>{1} lässt sich nicht aus dem Papierkorb entfernen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/listing.py"/>
        <source>The folder of sessions {1} cannot be read: {2}.</source>
        <translation>Der Ordner der Aufnahmen {1} lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>There is no session folder {1}.</source>
        <translation>Es gibt keinen Aufnahmeordner {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being recorded: stop that first.</source>
        <translation>Die Aufnahme {1} läuft noch: Stoppen Sie sie zuerst.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being worked on already: wait until that is done.</source>
        <translation>An der Aufnahme {1} wird schon gearbeitet: Warten Sie, bis das fertig ist.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} cannot be read: {2}.</source>
        <translation>Die Aufnahme {1} lässt sich nicht lesen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name has 1 to {1} characters and no point at its ends.</source>
        <translation>Der Name einer Aufnahme hat 1 bis {1} Zeichen und keinen Punkt an den Enden.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name cannot contain {1}.</source>
        <translation>Der Name einer Aufnahme darf {1} nicht enthalten.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>The name of takes has at most {1} characters.</source>
        <translation>Der Name der Aufnahmen hat höchstens {1} Zeichen.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>{1} is missing.</source>
        <translation>{1} fehlt.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>The last line of {1} was cut off and is left out.</source>
        <translation>Die letzte Zeile von {1} war abgeschnitten und bleibt weg.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>{1} is not a session: it holds no {2} and no {3}.</source>
        <translation>{1} ist keine Aufnahme: Sie enthält weder {2} noch {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has other joints than this posecam knows.</source>
        <translation>Die Aufnahme {1} hat andere Gelenke, als dieses posecam kennt.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>No frame of the session {1} is between {2} and {3} s: it goes from {4} to {5} s.</source>
        <translation>Kein Bild der Aufnahme {1} liegt zwischen {2} und {3} s: Sie geht von {4} bis {5} s.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The sound is missing or cannot be read: {1}.</source>
        <translation>Der Ton fehlt oder lässt sich nicht lesen: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The recording was not finished: its last moments may be missing.</source>
        <translation>Die Aufnahme wurde nicht beendet: Ihr Ende kann fehlen.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has no reprocessed result: `posecam reprocess` makes it.</source>
        <translation>Die Aufnahme {1} hat kein neu berechnetes Ergebnis: `posecam reprocess` erzeugt es.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The disk of {1} does not answer: the end may be missing.</source>
        <translation>Der Datenträger von {1} antwortet nicht: Das Ende kann fehlen.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The sound was not recorded any more: {1}.</source>
        <translation>Der Ton wurde nicht weiter aufgenommen: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The end of the sound was not recorded: {1}.</source>
        <translation>Das Ende des Tons wurde nicht aufgenommen: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder_items.py"/>
        <source>Recording has stopped: {1}. What was recorded until then is kept.</source>
        <translation>Die Aufnahme wurde angehalten: {1}. Das bis dahin Aufgenommene bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/repair.py"/>
        <source>The session {1} cannot be repaired: {2}.</source>
        <translation>Die Aufnahme {1} lässt sich nicht reparieren: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} minutes.</source>
        <translation>Der Datenträger wird voll: {1} MB sind frei, genug für etwa {2} Minuten.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free.</source>
        <translation>Der Datenträger wird voll: {1} MB sind frei.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} seconds.</source>
        <translation>Der Datenträger wird voll: {1} MB sind frei, genug für etwa {2} Sekunden.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>Nothing can be recorded into {1}: {2}.</source>
        <translation>In {1} lässt sich nichts aufnehmen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>The folder {1} already holds something: record into a new one.</source>
        <translation>Der Ordner {1} enthält schon etwas: Nehmen Sie in einen neuen auf.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The folder of recordings {1} cannot be: there is no such user or name.</source>
        <translation>Der Ordner der Aufnahmen {1} ist nicht möglich: Es gibt keinen solchen Benutzer oder Namen.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings file could not be understood ({1}), so the defaults are used; it was kept as {2}.</source>
        <translation>Die Einstellungsdatei war nicht verständlich ({1}), daher gelten die Standardwerte; sie wurde als {2} aufgehoben.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>{1} The usual folder is used; the settings were kept as {2}.</source>
        <translation>{1} Der übliche Ordner wird verwendet; die Einstellungen wurden als {2} aufgehoben.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings could not be saved to {1}: {2}.</source>
        <translation>Die Einstellungen ließen sich nicht in {1} speichern: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>These are {1} addresses: {2} at most.</source>
        <translation>Dies sind {1} Adressen: höchstens {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>{1} is there twice: every person needs a port of their own.</source>
        <translation>{1} steht zweimal da: Jede Person braucht einen eigenen Port.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}…" is no address: it is too long.</source>
        <translation>„{1}…“ ist keine Adresse: zu lang.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as HOST:PORT, without http://.</source>
        <translation>„{1}“ ist keine Adresse: Schreiben Sie sie als HOST:PORT, ohne http://.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: the port must be a number from 1 to 65535.</source>
        <translation>„{1}“ ist keine Adresse: Der Port muss eine Zahl von 1 bis 65535 sein.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as [IPv6]:PORT.</source>
        <translation>„{1}“ ist keine Adresse: Schreiben Sie sie als [IPv6]:PORT.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote cannot be reached: {1}.</source>
        <translation>Die Fernbedienung ist nicht erreichbar: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote failed ({1}).</source>
        <translation>Die Fernbedienung ist ausgefallen ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its certificate cannot be kept: {1}.</source>
        <translation>Das Zertifikat lässt sich nicht speichern: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its camera cannot be reached: {1}.</source>
        <translation>Die Kamera ist nicht erreichbar: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/streams.py"/>
        <source>A WebSocket is offered at one address: everybody is in it.</source>
        <translation>Ein WebSocket wird an einer Adresse angeboten: Alle Personen sind darin.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent to {1}: {2}.</source>
        <translation>VMC lässt sich nicht an {1} senden: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent: there is no host called "{1}".</source>
        <translation>VMC lässt sich nicht senden: Es gibt keinen Host namens „{1}“.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>Sending VMC failed ({1}).</source>
        <translation>Das Senden von VMC ist ausgefallen ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>No receiver listens at {1} yet.</source>
        <translation>An {1} hört noch kein Empfänger.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open at {1} ({2}).</source>
        <translation>Der WebSocket lässt sich an {1} nicht öffnen ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} is in use by another program.</source>
        <translation>Der WebSocket lässt sich nicht öffnen: Port {1} wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: this machine is not "{1}".</source>
        <translation>Der WebSocket lässt sich nicht öffnen: Dieser Computer ist nicht „{1}“.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} may not be used.</source>
        <translation>Der WebSocket lässt sich nicht öffnen: Port {1} darf nicht benutzt werden.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket failed ({1}).</source>
        <translation>Der WebSocket ist ausgefallen ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera needs one more package: pip install 'posecam[virtual-camera]'.</source>
        <translation>Die virtuelle Kamera braucht ein weiteres Paket: pip install 'posecam[virtual-camera]'.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install v4l2loopback-dkms, then run sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>Hier gibt es keine virtuelle Kamera: Installieren Sie v4l2loopback-dkms und führen Sie dann sudo modprobe v4l2loopback exclusive_caps=1 aus.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio, which brings one.</source>
        <translation>Hier gibt es keine virtuelle Kamera: Installieren Sie OBS Studio, das eine mitbringt.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>Hier gibt es keine virtuelle Kamera: Installieren Sie OBS Studio 30 oder neuer und starten Sie dessen virtuelle Kamera einmal.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera failed ({1}).</source>
        <translation>Die virtuelle Kamera ist ausgefallen ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The legs are never seen: the files hold a guess.</source>
        <translation>Die Beine sind nie zu sehen: Die Dateien enthalten eine Vermutung.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The arms are never seen: the files hold a guess.</source>
        <translation>Die Arme sind nie zu sehen: Die Dateien enthalten eine Vermutung.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The head is never seen: the files hold a guess.</source>
        <translation>Der Kopf ist nie zu sehen: Die Dateien enthalten eine Vermutung.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is damaged ({2}).</source>
        <translation>{1} lässt sich nicht lesen: Die Datei ist beschädigt ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} is no character that can be read: choose a .glb or .vrm file.</source>
        <translation>{1} ist kein Charakter, der gelesen werden kann: eine .glb- oder .vrm-Datei wählen.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is cut off.</source>
        <translation>{1} lässt sich nicht lesen: Die Datei ist abgeschnitten.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is not of glTF version 2.</source>
        <translation>{1} lässt sich nicht lesen: Es ist nicht glTF in Version 2.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} needs {2}, which is not read: save it without compression.</source>
        <translation>{1} braucht {2}, das nicht gelesen wird: ohne Kompression speichern.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} keeps its data in other files: save it as one .glb file.</source>
        <translation>{1} hat seine Daten in anderen Dateien: als eine einzige .glb-Datei speichern.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} has {2} MB: characters of up to {3} MB are read.</source>
        <translation>{1} hat {2} MB: Gelesen werden Charaktere bis {3} MB.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be opened: {2}.</source>
        <translation>{1} lässt sich nicht öffnen: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is no glTF or VRM file.</source>
        <translation>{1} lässt sich nicht lesen: Es ist keine glTF- oder VRM-Datei.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its bones are not named as Mixamo, Unreal, VRM, Rigify or BVH files name them (looked for: {2}).</source>
        <translation>{1} lässt sich nicht bewegen: Die Knochen heißen nicht wie bei Mixamo, Unreal, VRM, Rigify oder BVH-Dateien (gesucht: {2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its VRM humanoid lacks {2}.</source>
        <translation>{1} lässt sich nicht bewegen: Im VRM-Humanoid fehlt {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: it is VRM without a humanoid, which tells its bones.</source>
        <translation>{1} lässt sich nicht bewegen: VRM ohne Humanoid, der die Knochen nennt.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/primitives.py"/>
        <source>{1} has more than {2} vertices, which is too many to move live: reduce it first.</source>
        <translation>{1} hat mehr als {2} Eckpunkte, zu viele, um sie live zu bewegen: zuerst verkleinern.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: it is a thing, not a character that bones could move.</source>
        <translation>{1} hat keine Haut: Es ist ein Gegenstand, kein Charakter, den Knochen bewegen könnten.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: there is nothing to show.</source>
        <translation>{1} hat keine Haut: Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} cannot be moved: its hips and head lie in one place at rest.</source>
        <translation>{1} lässt sich nicht bewegen: Hüfte und Kopf liegen in Ruhe an derselben Stelle.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/textures.py"/>
        <source>A texture is larger than {1} pixels along a side.</source>
        <translation>Eine Textur ist an einer Seite größer als {1} Pixel.</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>3D figure</source>
        <translation>3D-Figur</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>What the camera sees</source>
        <translation>Was die Kamera sieht</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>If this stays so on an iPhone:</source>
        <translation>Wenn das auf einem iPhone so bleibt:</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>load the certificate</source>
        <translation>Zertifikat laden</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Then install it and trust it in its Settings.</source>
        <translation>Dann in den Einstellungen installieren und ihm vertrauen.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Countdown</source>
        <translation>Countdown</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Discard, again</source>
        <translation>Verwerfen, neu</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker</source>
        <translation>Marke</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Scan the code on the computer's screen again.</source>
        <translation>Scannen Sie den Code auf dem Computer noch einmal.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many commands: reload the page.</source>
        <translation>Zu viele Befehle: Laden Sie die Seite neu.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are connected.</source>
        <translation>Zu viele Telefone sind verbunden.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected. Trying again…</source>
        <translation>Nicht verbunden. Es wird weiter versucht…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Now</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker ({count})</source>
        <translation>Marke ({count})</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Asking for the camera…</source>
        <translation>Die Kamera wird angefragt…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>This page may not use the camera: allow it in the browser's settings.</source>
        <translation>Diese Seite darf die Kamera nicht benutzen: Erlauben Sie es in den Einstellungen des Browsers.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>There is no camera.</source>
        <translation>Es gibt keine Kamera.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another app uses the camera.</source>
        <translation>Eine andere App benutzt die Kamera.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The camera cannot be opened.</source>
        <translation>Die Kamera lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are cameras already.</source>
        <translation>Zu viele Telefone sind schon Kameras.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The images were refused.</source>
        <translation>Die Bilder wurden abgelehnt.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another page of this telephone is the camera.</source>
        <translation>Eine andere Seite dieses Telefons ist die Kamera.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>End camera</source>
        <translation>Kamera beenden</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Back camera</source>
        <translation>Hintere Kamera</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Front camera</source>
        <translation>Vordere Kamera</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected as a camera. Trying again…</source>
        <translation>Nicht als Kamera verbunden. Es wird weiter versucht…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{name}: not shown on the computer</source>
        <translation>{name}: am Computer nicht gezeigt</translation>
    </message>
</context>
</TS>
