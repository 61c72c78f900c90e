<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Choose a camera above and step back until you are seen from head to foot. Record keeps the video and the motion; Recordings plays, trims and exports them. Press ? for all keys.</source>
        <translation>Choisissez une caméra ci-dessus et reculez jusqu’à être visible de la tête aux pieds. « Enregistrer » garde la vidéo et le mouvement ; « Prises » les relit, les rogne et les exporte. ? affiche toutes les touches.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>About posecam</source>
        <translation>À propos de posecam</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Live 3D motion capture from one ordinary webcam.&lt;br&gt;Everything runs on this computer; nothing is sent unless you switch it on.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Capture de mouvement 3D en direct avec une simple webcam.&lt;br&gt;Tout fonctionne sur cet ordinateur ; rien n’est envoyé tant que vous ne l’activez pas.&lt;br&gt;Licence Apache 2.0</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>What the networks were trained on, how well they do, and where they fail:</source>
        <translation>Sur quoi les réseaux ont été entraînés, ce qu’ils valent et où ils échouent :</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model, {quality}</source>
        <translation>Modèle de pose, {quality}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model</source>
        <translation>Modèle de pose</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Person detector</source>
        <translation>Détecteur de personnes</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrating for a height of {height:g} cm: step back until you are seen from head to foot.</source>
        <translation>Calibrage pour une taille de {height:g} cm : reculez jusqu’à être visible de la tête aux pieds.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrate</source>
        <translation>Calibrer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>any size</source>
        <translation>toute taille</translation>
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
        <translation>Format de la caméra</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Size, rate and format of the camera's video</source>
        <translation>Taille, cadence et format de la vidéo de la caméra</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>asked for: {format}</source>
        <translation>demandé : {format}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>delivered: {format}, {fps:.0f} fps</source>
        <translation>fourni : {format}, {fps:.0f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/engine_control.py"/>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Stand upright, facing the camera, seen from head to foot.</source>
        <translation>Tenez-vous droit, face à la caméra, visible de la tête aux pieds.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Good. Stand still…</source>
        <translation>Bien. Ne bougez plus…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>level</source>
        <translation>horizontale</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Calibrated: your proportions are measured; the camera is {level} and about {height:.1f} m above the floor.</source>
        <translation>Calibré : vos proportions sont mesurées ; la caméra est {level} et à environ {height:.1f} m du sol.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° down</source>
        <translation>inclinée de {angle:.0f}° vers le bas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° up</source>
        <translation>inclinée de {angle:.0f}° vers le haut</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>All well</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No network</source>
        <translation>Pas de réseau</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No video</source>
        <translation>Pas de vidéo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Waiting for video</source>
        <translation>En attente de vidéo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Network loading</source>
        <translation>Chargement du réseau</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{seen:.0f} of {all:.0f} frames a second</source>
        <translation>{seen:.0f} images sur {all:.0f} par seconde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{ms:.0f} ms late</source>
        <translation>{ms:.0f} ms de retard</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Call off a calibration, countdown, stage view</source>
        <translation>Quitter calibrage, compte à rebours ou vue scène</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Recordings</source>
        <translation>Prises</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Looking for cameras…</source>
        <translation>Recherche de caméras…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>The video has ended.</source>
        <translation>La vidéo est terminée.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Play again</source>
        <translation>Relire</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Other source…</source>
        <translation>Autre source…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Show the demo</source>
        <translation>Voir la démo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>DEMO</source>
        <translation>DÉMO</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No camera was found: this is the demo clip</source>
        <translation>Aucune caméra trouvée : voici le clip de démonstration</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Loading the pose model…</source>
        <translation>Chargement du modèle de pose…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No poses: the pose model is not running</source>
        <translation>Pas de poses : le modèle de pose ne fonctionne pas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No person detected. Step back until your hips are in view</source>
        <translation>Aucune personne détectée. Reculez jusqu’à ce que vos hanches soient visibles</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Video frozen</source>
        <translation>Vidéo figée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Camera disconnected</source>
        <translation>Caméra déconnectée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Can't open this source</source>
        <translation>Impossible d’ouvrir cette source</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>This is the demo clip, not your camera</source>
        <translation>Ceci est le clip de démonstration, pas votre caméra</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it.</source>
        <translation>{name} ne peut pas être ouvert : un autre logiciel l’utilise peut-être.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{name} ne peut pas être ouvert : un autre logiciel l’utilise peut-être, ou les paramètres de confidentialité de Windows l’interdisent.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>A microphone</source>
        <comment>is not plugged in</comment>
        <translation>Un microphone</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} is not plugged in.</source>
        <translation>{name} n’est pas branché.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} was unplugged.</source>
        <translation>{name} a été débranché.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives silence alone: it was unplugged or switched off.</source>
        <translation>{name} ne donne que du silence : il a été débranché ou éteint.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>There is no sound: a library of the system is missing ({why}).</source>
        <translation>Pas de son : une bibliothèque du système manque ({why}).</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives {rate:.0f} samples a second, not as many as it says: the sound is made to fit.</source>
        <translation>{name} donne {rate:.0f} échantillons par seconde, pas autant qu’annoncé : le son est ajusté.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives no sound: it may be used by another program.</source>
        <translation>{name} ne donne pas de son : un autre logiciel l’utilise peut-être.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone_control.py"/>
        <source>macOS keeps the microphone from posecam: switch it on under System Settings &gt; Privacy &amp; Security &gt; Microphone.</source>
        <translation>macOS refuse le microphone à posecam : autorisez-le dans Réglages Système &gt; Confidentialité et sécurité &gt; Microphone.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>None</source>
        <comment>no angle</comment>
        <translation>Aucun</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Angles</source>
        <translation>Angles</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles and repetitions (A; Shift+A chooses)</source>
        <translation>Afficher angles articulaires et répétitions (A ; Maj+A choisit)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Count repetitions of</source>
        <translation>Compter les répétitions de</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles</source>
        <translation>Afficher les angles articulaires</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Choose angles</source>
        <translation>Choisir les angles</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Reset repetitions</source>
        <translation>Remettre les répétitions à zéro</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Repetitions</source>
        <translation>Répétitions</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Right</source>
        <translation>Droite</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Left</source>
        <translation>Gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended at its set length.</source>
        <translation>Elle s’est terminée à la durée réglée.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended because the person had left.</source>
        <translation>Elle s’est terminée parce que la personne était partie.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recorded {clock} to {folder}: {frames} frames, {poses} with poses.</source>
        <translation>{clock} enregistrés dans {folder} : {frames} images, {poses} avec poses.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>%n frames could not be written in time.</source>
        <translation>
            <numerusform>%n image n’a pas pu être écrite à temps.</numerusform>
            <numerusform>%n images n’ont pas pu être écrites à temps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>The camera was disconnected %n times: {s:.1f} s have no video.</source>
        <translation>
            <numerusform>La caméra a été déconnectée %n fois : {s:.1f} s sont sans vidéo.</numerusform>
            <numerusform>La caméra a été déconnectée %n fois : {s:.1f} s sont sans vidéo.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It was disconnected for the last {s:.0f} s, which are not in the recording.</source>
        <translation>Elle était déconnectée pendant les {s:.0f} dernières secondes, absentes de la prise.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recording</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What has been recorded is kept.</source>
        <translation>Ce qui a été enregistré est conservé.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Stop and change</source>
        <translation>Arrêter et changer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Keep recording</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Sound is recorded with it.</source>
        <translation>Le son est enregistré aussi.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What was recorded until then is kept.</source>
        <translation>Ce qui a été enregistré jusque-là est conservé.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>No program here opens folders; the recording is in {folder}.</source>
        <translation>Aucun programme n’ouvre les dossiers ici ; la prise est dans {folder}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open recording</source>
        <translation>Ouvrir la prise</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Each recording is a folder of its own, named by date and time.</source>
        <translation>Chaque prise est un dossier à part, nommé par date et heure.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Takes are numbered: "{name} 01", "{name} 02"…</source>
        <translation>Les prises sont numérotées : « {name} 01 », « {name} 02 »…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings folder</source>
        <translation>Dossier des prises</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>{variable} in the environment goes before this</source>
        <translation>{variable} dans l’environnement est prioritaire</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name of takes</source>
        <translation>Nom des prises</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>by date and time</source>
        <translation>par date et heure</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings go to</source>
        <translation>Enregistrer dans</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown</source>
        <translation>Compte à rebours</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags of takes</source>
        <translation>Étiquettes des prises</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>such as: left knee, after</source>
        <translation>par ex. : genou gauche, après</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Words that the next takes are found by, with commas between</source>
        <translation>Mots pour retrouver les prochaines prises, séparés par des virgules</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Seconds from the key to the first frame that is recorded</source>
        <translation>Secondes entre la touche et la première image enregistrée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>0: until stopped</source>
        <translation>0 : jusqu’à l’arrêt</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>End when the person leaves</source>
        <translation>Terminer quand la personne part</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Start when both arms are raised for a second</source>
        <translation>Démarrer quand les deux bras sont levés une seconde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Volume of sounds</source>
        <translation>Volume des sons</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown, start, stop, markers and repetitions; 0 is silent</source>
        <translation>Compte à rebours, début, fin, repères et répétitions ; 0 est muet</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sound for every repetition</source>
        <translation>Son à chaque répétition</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Of the angle whose repetitions are counted (Shift+A)</source>
        <translation>De l’angle dont les répétitions sont comptées (Maj+A)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Where recordings go</source>
        <translation>Où vont les prises</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} and %n others were not finished or are damaged.</source>
        <translation>
            <numerusform>La prise {name} et %n autre n’ont pas été terminées ou sont endommagées.</numerusform>
            <numerusform>La prise {name} et %n autres n’ont pas été terminées ou sont endommagées.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} is damaged.</source>
        <translation>La prise {name} est endommagée.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} was not finished.</source>
        <translation>La prise {name} n’a pas été terminée.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>What was written can be repaired.</source>
        <translation>Ce qui a été écrit peut être réparé.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>Review</source>
        <translation>Revoir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network: it starts and stops takes, sets markers and shows angles. The code is good once; the next telephone scans the next one. Until you switch the remote off, nothing but this computer and those telephones takes part; what they say to each other is not encrypted.</source>
        <translation>Scannez ceci avec un téléphone du même réseau : il démarre et arrête les prises, pose des repères et affiche les angles. Le code sert une fois ; le téléphone suivant scanne le suivant. Jusqu’à ce que vous désactiviez la télécommande, seuls cet ordinateur et ces téléphones participent ; leurs échanges ne sont pas chiffrés.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network, then touch Camera on it. Its browser warns first that the connection is not private, since no one vouches for your computer: choose Advanced and Proceed, on an iPhone Show Details and visit this website. The images go encrypted to this computer and nowhere else. The code is good once.</source>
        <translation>Scannez ceci avec un téléphone du même réseau, puis touchez-y Caméra. Son navigateur avertit d’abord que la connexion n’est pas privée, car personne ne se porte garant de votre ordinateur : choisissez Avancé puis Continuer ; sur un iPhone, Afficher les détails puis visiter ce site web. Les images vont chiffrées à cet ordinateur et nulle part ailleurs. Le code sert une fois.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones</source>
        <translation>
            <numerusform>%n téléphone</numerusform>
            <numerusform>%n téléphones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones connected</source>
        <translation>
            <numerusform>%n téléphone connecté</numerusform>
            <numerusform>%n téléphones connectés</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Code to scan</source>
        <translation>Code à scanner</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>A telephone as remote</source>
        <translation>Téléphone comme télécommande</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote</source>
        <translation>Télécommande</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote and camera</source>
        <translation>Télécommande et caméra</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>remote: {phones}</source>
        <translation>télécommande : {phones}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>This computer is in no network: telephones cannot reach it.</source>
        <translation>Cet ordinateur n’est dans aucun réseau : les téléphones ne peuvent pas le joindre.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>No telephones connected</source>
        <translation>Aucun téléphone connecté</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>no telephones</source>
        <translation>aucun téléphone</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_control.py"/>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: {engine} on {device}</source>
        <translation>Actif : {engine} sur {device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: the {network} network, {engine} on {device}</source>
        <translation>Actif : réseau « {network} », {engine} sur {device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Defaults</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Other programs</source>
        <translation>Autres logiciels</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent</source>
        <translation>{state} : {sent} poses envoyées</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>running</source>
        <translation>actif</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>starting</source>
        <translation>démarrage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent, {viewers} connected</source>
        <translation>{state} : {sent} poses envoyées, {viewers} connectés</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Your height</source>
        <translation>Votre taille</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>The 3D figure's size is scaled to this height</source>
        <translation>La figure 3D est mise à l’échelle de cette taille</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Field of view</source>
        <translation>Champ de vision</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Of the camera, across the image; most webcams have 55–80°</source>
        <translation>De la caméra, sur la largeur de l’image ; la plupart des webcams ont 55–80°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Smoothness</source>
        <translation>Lissage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Several people cost speed; the main person comes first</source>
        <translation>Plusieurs personnes coûtent de la vitesse ; la principale passe d’abord</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibrate…</source>
        <translation>Calibrer…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Go back to assumed proportions and a level camera</source>
        <translation>Revenir aux proportions supposées et à une caméra horizontale</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibration</source>
        <translation>Calibrage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the largest that keeps up here</source>
        <translation>Automatique : le plus grand qui suit ici</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>A larger network is more exact and takes longer a frame</source>
        <translation>Un réseau plus grand est plus exact et prend plus de temps par image</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the fastest here</source>
        <translation>Automatique : le plus rapide ici</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Send VMC, for VTuber programs, Unity and Blender</source>
        <translation>Envoyer VMC, pour logiciels de VTuber, Unity et Blender</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Offer poses as JSON over a WebSocket</source>
        <translation>Offrir les poses en JSON par un WebSocket</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>to</source>
        <comment>an address</comment>
        <translation>à</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>at</source>
        <comment>an address</comment>
        <translation>sur</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Responsive</source>
        <translation>Immédiat</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>smooth</source>
        <translation>doux</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>up to %n people</source>
        <translation>
            <numerusform>une seule personne</numerusform>
            <numerusform>jusqu’à %n personnes</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>measured with {source}</source>
        <translation>mesuré avec {source}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>not yet: three seconds</source>
        <translation>pas encore : trois secondes</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Again…</source>
        <translation>Refaire…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>fastest</source>
        <translation>le plus rapide</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{switch}: address</source>
        <translation>{switch} : adresse</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>127.0.0.1 is this computer: nothing leaves it unless you enter another address.</source>
        <translation>127.0.0.1 est cet ordinateur : rien ne le quitte tant que vous n’indiquez pas une autre adresse.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Recorded beside the video, in step with it</source>
        <translation>Enregistré à côté de la vidéo, synchronisé avec elle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level of the microphone</source>
        <translation>Niveau du microphone</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Start and stop by a clap</source>
        <translation>Démarrer et arrêter en tapant des mains</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>One clap of your hands, with quiet before and after it</source>
        <translation>Un claquement de mains, avec du silence avant et après</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level</source>
        <comment>of the sound</comment>
        <translation>Niveau</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>While a microphone is chosen it is listened to. Nothing is kept but in recordings, and nothing leaves this computer.</source>
        <translation>Tant qu’un microphone est choisi, il est écouté. Seules les prises sont conservées, et rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Off</source>
        <comment>the microphone</comment>
        <translation>Désactivé</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>As the system chooses</source>
        <translation>Celui que choisit le système</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Video source</source>
        <translation>Source vidéo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again (F5)</source>
        <translation>Rechercher les caméras (F5)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again</source>
        <translation>Rechercher les caméras</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video</source>
        <translation>Ouvrir une vidéo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address</source>
        <translation>Ouvrir une adresse</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Address of a network camera, for example rtsp://192.168.1.20/stream</source>
        <translation>Adresse d’une caméra réseau, par exemple rtsp://192.168.1.20/stream</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Demo clip</source>
        <translation>Clip de démonstration</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video file…</source>
        <translation>Ouvrir un fichier vidéo…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address…</source>
        <translation>Ouvrir une adresse…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Videos</source>
        <translation>Vidéos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>No camera found</source>
        <translation>Aucune caméra trouvée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open {source}?</source>
        <translation>Arrêter l’enregistrement et ouvrir {source} ?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open the source again?</source>
        <translation>Arrêter l’enregistrement et rouvrir la source ?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} offers its camera.</source>
        <translation>{name} propose sa caméra.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and change the camera's format?</source>
        <translation>Arrêter l’enregistrement et changer le format de la caméra ?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Look for cameras</source>
        <translation>Rechercher les caméras</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Open a video</source>
        <translation>Ouvrir une vidéo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} was plugged in.</source>
        <translation>{name} a été branchée.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Show it</source>
        <translation>L’afficher</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record, stop (R)</source>
        <translation>Enregistrer, arrêter (R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show what was a while ago, to watch yourself (D)</source>
        <translation>Montrer ce qui précède, pour se voir soi-même (D)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show every repetition that is counted once again (L)</source>
        <translation>Remontrer chaque répétition comptée (L)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave the stage view (F11, Esc)</source>
        <translation>Quitter la vue scène (F11, Échap)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Replay repetitions</source>
        <translation>Replay</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Stage view: read from far away</source>
        <translation>Vue scène : lisible de loin</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: delay</source>
        <translation>En vue scène : retard</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: replay repetitions</source>
        <translation>En vue scène : remontrer les répétitions</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Delay {seconds} s</source>
        <translation>Retard {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>No delay</source>
        <translation>Sans retard</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>latency {figures}</source>
        <translation>latence {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second that the source delivers, measured</source>
        <translation>Images par seconde fournies par la source, mesurées</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second with a pose, measured</source>
        <translation>Images par seconde avec une pose, mesurées</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames of this source that the network never saw because it was busy.
A skipped frame costs smoothness, not delay.</source>
        <translation>Images de cette source que le réseau, occupé, n’a jamais vues.
Une image sautée coûte de la fluidité, pas du retard.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Health: {state}</source>
        <translation>État : {state}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Keep current engine</source>
        <translation>Garder le moteur actuel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>camera {rate:.1f} fps</source>
        <translation>caméra {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network {rate:.1f} fps</source>
        <translation>réseau {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>From a frame's arrival until it is on the screen.
From a frame's arrival to its pose: {figures}</source>
        <translation>De l’arrivée d’une image à l’écran.
De l’arrivée d’une image à sa pose : {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>dropped {count}</source>
        <translation>sautées {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network loading…</source>
        <translation>chargement du réseau…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>no network</source>
        <translation>pas de réseau</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>loading another engine…</source>
        <translation>chargement d’un autre moteur…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>preparing another engine {share:.0f} %</source>
        <translation>préparation d’un autre moteur : {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} on</source>
        <translation>{name} actif</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} failed</source>
        <translation>{name} en échec</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{sent} sent</source>
        <translation>{sent} envoyées</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>%n viewers</source>
        <translation>
            <numerusform>%n spectateur</numerusform>
            <numerusform>%n spectateurs</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Marker {number}</source>
        <translation>Repère {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Set a marker while recording</source>
        <translation>Poser un repère pendant la prise</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Discard this take and record again</source>
        <translation>Jeter cette prise et recommencer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} was discarded: it is in the trash.</source>
        <translation>{name} a été jetée : elle est dans la corbeille.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} is back.</source>
        <translation>{name} est de retour.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Until stopped</source>
        <translation>Jusqu’à l’arrêt</translation>
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
        <translation>Aucun</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Name, tags, volume…</source>
        <translation>Nom, étiquettes, volume…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown {seconds} s, length: {length}</source>
        <translation>Compte à rebours {seconds} s, durée : {length}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown and length of takes</source>
        <translation>Compte à rebours et durée des prises</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>A telephone as remote…</source>
        <translation>Téléphone comme télécommande…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Start when both arms are raised</source>
        <translation>Démarrer quand les deux bras sont levés</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Mirror</source>
        <translation>Miroir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Flip the video and the 3D view as in a mirror (M). Recordings are never mirrored.</source>
        <translation>Retourner la vidéo et la vue 3D comme dans un miroir (M). Les prises ne sont jamais retournées.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record the video and the poses (R)</source>
        <translation>Enregistrer la vidéo et les poses (R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Countdown and length of takes, name, sounds (T)</source>
        <translation>Compte à rebours et durée des prises, nom, sons (T)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Height, field of view, engine, other programs, folder (Ctrl+,)</source>
        <translation>Taille, champ de vision, moteur, autres logiciels, dossier (Ctrl+,)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Play, compare, trim and export what was recorded (Ctrl+R)</source>
        <translation>Relire, comparer, rogner et exporter les prises (Ctrl+R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop recording</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>In {seconds} s</source>
        <translation>Dans {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop {clock}</source>
        <translation>Arrêter {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record, stop</source>
        <translation>Enregistrer, arrêter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop the countdown</source>
        <translation>Arrêter le compte à rebours</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>{button} · no video</source>
        <translation>{button} · sans vidéo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>The camera sends nothing: recording goes on when it is back (R stops)</source>
        <translation>La caméra n’envoie rien : l’enregistrement reprend à son retour (R arrête)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>DELAY</source>
        <translation>RETARD</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>You see what was {seconds} s ago</source>
        <translation>Vous voyez ce qui était il y a {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>REPLAY</source>
        <translation>REPLAY</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Your last repetition</source>
        <translation>Votre dernière répétition</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Begins in {seconds:.0f} s</source>
        <translation>Commence dans {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>From the next start of posecam on</source>
        <translation>Au prochain démarrage de posecam</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Angle</source>
        <translation>Angle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Now</source>
        <translation>Actuel</translation>
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
        <translation>Ampl.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Reps</source>
        <translation>Rép.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Fastest</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Switch angles on to plot them</source>
        <translation>Activez des angles pour les tracer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>In the frame shown</source>
        <translation>Dans l’image affichée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Lowest in the chosen range</source>
        <translation>Le plus petit de la plage choisie</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest in the chosen range</source>
        <translation>Le plus grand de la plage choisie</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range of motion: highest less lowest</source>
        <translation>Amplitude : le plus grand moins le plus petit</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Repetitions: from under {low:.0%} of the range to over {high:.0%} and back</source>
        <translation>Répétitions : de moins de {low:.0%} de l’amplitude à plus de {high:.0%} et retour</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest rate of change</source>
        <translation>Vitesse de variation la plus élevée</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>{clock}, %n frames, a person in {seen}</source>
        <translation>
            <numerusform>{clock}, %n image, une personne dans {seen}</numerusform>
            <numerusform>{clock}, %n images, une personne dans {seen}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Tags: {tags}</source>
        <translation>Étiquettes : {tags}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Markers: {count}</source>
        <translation>Repères : {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Shown: the {result}, {count} frames with poses.</source>
        <translation>Affiché : {result}, {count} images avec poses.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Camera disconnected %n times, {s:.1f} s in all.</source>
        <translation>
            <numerusform>Caméra déconnectée %n fois, {s:.1f} s en tout.</numerusform>
            <numerusform>Caméra déconnectée %n fois, {s:.1f} s en tout.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>another recording</source>
        <translation>une autre prise</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Cut out of {name}.</source>
        <translation>Extraite de {name}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>The name of the recording and of its folder (F2)</source>
        <translation>Nom de la prise et de son dossier (F2)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>What to remember about this recording</source>
        <translation>Ce qu’il faut retenir de cette prise</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source> trimmed</source>
        <comment>ending of a name</comment>
        <translation> rognée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Trimming to {name}…</source>
        <translation>Rognage vers {name}…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is in the trash.</source>
        <translation>{name} est dans la corbeille.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repairing {name}…</source>
        <translation>Réparation de {name}…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Undone: {step}</source>
        <translation>Annulé : {step}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{new} holds {s:.2f} s of {old}.</source>
        <translation>{new} contient {s:.2f} s de {old}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{old} is now {new}.</source>
        <translation>{old} s’appelle maintenant {new}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is repaired.</source>
        <translation>{name} est réparée.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>What was written can be kept.</source>
        <translation>Ce qui a été écrit peut être conservé.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Can't open this recording</source>
        <translation>Impossible d’ouvrir cette prise</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recording is open</source>
        <translation>Aucune prise n’est ouverte</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recordings yet</source>
        <translation>Pas encore de prises</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Choose one on the left, or drop one here.</source>
        <translation>Choisissez-en une à gauche, ou déposez-en une ici.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Record makes one in the live window; one from elsewhere can be opened.</source>
        <translation>« Enregistrer » en crée une dans la fenêtre en direct ; on peut aussi en ouvrir une venue d’ailleurs.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Show folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open another…</source>
        <translation>Ouvrir une autre…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export {name}</source>
        <translation>Exporter {name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Show files</source>
        <translation>Afficher les fichiers</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of BVH, glTF, USD, C3D, TRC and MOT</source>
        <translation>De BVH, glTF, USD, C3D, TRC et MOT</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Markers of C3D, TRC</source>
        <translation>Marqueurs de C3D, TRC</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Skeleton and markers</source>
        <translation>Squelette et marqueurs</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Joints</source>
        <translation>Articulations</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of formats that hold one person; the others hold everybody</source>
        <translation>Des formats à une seule personne ; les autres contiennent tout le monde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into the folder</source>
        <translation>Dossier de destination</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Replace files that are there already</source>
        <translation>Remplacer les fichiers existants</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into</source>
        <translation>Vers</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}</source>
        <translation>Personne {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export into</source>
        <translation>Exporter vers</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{number} of {all}: {format}…</source>
        <translation>{number} sur {all} : {format}…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files are in {folder}, of the {result}.</source>
        <translation>
            <numerusform>%n fichier dans {folder} ({result}).</numerusform>
            <numerusform>%n fichiers dans {folder} ({result}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Bone names</source>
        <translation>Noms des os</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Rest pose</source>
        <translation>Pose de repos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Unit of BVH and USD</source>
        <translation>Unité de BVH et USD</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Frame rate</source>
        <translation>Cadence</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{rate} a second</source>
        <translation>{rate} par seconde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Only the range, {first:.2f} to {last:.2f} s</source>
        <translation>Seulement la plage, de {first:.2f} à {last:.2f} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}, seen for {clock}</source>
        <translation>Personne {number}, vue {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Main person</source>
        <translation>Personne principale</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files were written before.</source>
        <translation>
            <numerusform>%n fichier a été écrit avant.</numerusform>
            <numerusform>%n fichiers ont été écrits avant.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>The file being written is finished first…</source>
        <translation>Le fichier en cours est d’abord terminé…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>As recorded</source>
        <translation>Comme enregistré</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>BVH: Blender, Unity, Unreal</source>
        <translation>BVH : Blender, Unity, Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>glTF: an animated skeleton</source>
        <translation>glTF : squelette animé</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>USD: Maya, Houdini, Unreal</source>
        <translation>USD : Maya, Houdini, Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>C3D: biomechanics</source>
        <translation>C3D : biomécanique</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>TRC: markers for OpenSim</source>
        <translation>TRC : marqueurs pour OpenSim</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MOT: joint angles for OpenSim</source>
        <translation>MOT : angles pour OpenSim</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>CSV: spreadsheets</source>
        <translation>CSV : tableurs</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>JSON: programs</source>
        <translation>JSON : logiciels</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>NPZ: NumPy</source>
        <translation>NPZ : NumPy</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Tidy CSV: R, pandas</source>
        <translation>CSV tidy : R, pandas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Angles and speeds as CSV</source>
        <translation>Angles et vitesses en CSV</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video with skeleton and 3D figure</source>
        <translation>Vidéo, squelette et figure 3D</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A page to share: video, 3D figure, angles</source>
        <translation>Page : vidéo, figure 3D, angles</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Biomechanics</source>
        <translation>Biomécanique</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video</source>
        <translation>Vidéo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MPII, 16 joints</source>
        <translation>MPII, 16 articulations</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Human3.6M, 17 joints</source>
        <translation>Human3.6M, 17 articulations</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Plain</source>
        <translation>Simples</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Unreal mannequin</source>
        <translation>Mannequin Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>VRM humanoid</source>
        <translation>Humanoïde VRM</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>T: arms sideways</source>
        <translation>T : bras à l’horizontale</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A: arms 45° below</source>
        <translation>A : bras 45° plus bas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Standing: arms hanging</source>
        <translation>Debout : bras ballants</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Centimetres</source>
        <translation>Centimètres</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Metres</source>
        <translation>Mètres</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Millimetres</source>
        <translation>Millimètres</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>As here</source>
        <translation>Comme ici</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A skeleton that moves, for characters.</source>
        <translation>Un squelette qui bouge, pour des personnages.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Points and angles in laboratory units.</source>
        <translation>Points et angles en unités de laboratoire.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Every keypoint of every frame, for your own evaluation.</source>
        <translation>Chaque point clé de chaque image, pour vos propres analyses.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>To look at and to show, with the skeleton drawn in.</source>
        <translation>À regarder et à montrer, avec le squelette dessiné.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Which poses are shown: live or reprocessed</source>
        <translation>Poses affichées : en direct ou retraitées</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Person whose figure and angles are shown; or click on one</source>
        <translation>Personne dont la figure et les angles sont affichés ; ou cliquez sur une personne</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Compare with</source>
        <translation>Comparer à</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Another recording as a faint second figure, started together</source>
        <translation>Une autre prise en seconde figure pâle, démarrée en même temps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Offset</source>
        <translation>Décalage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source> s offset</source>
        <translation> s de décalage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Time offset of the other recording against the start of the range</source>
        <translation>Décalage de l’autre prise par rapport au début de la plage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording from another folder (Ctrl+O)</source>
        <translation>Ouvrir une prise d’un autre dossier (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Reprocess</source>
        <translation>Retraiter</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Re-run the network on every frame, zero-lag smoothing; the live result is kept</source>
        <translation>Repasser le réseau sur chaque image, avec lissage sans retard ; le résultat en direct est conservé</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save plot…</source>
        <translation>Enregistrer la courbe…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot as an image or a table (Ctrl+P)</source>
        <translation>Enregistrer la courbe en image ou en tableau (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>To files for other programs (Ctrl+E)</source>
        <translation>Vers des fichiers pour d’autres logiciels (Ctrl+E)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Move to the trash (Del); can be undone (Ctrl+Z)</source>
        <translation>Mettre à la corbeille (Suppr) ; peut être annulé (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot</source>
        <translation>Enregistrer la courbe</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording</source>
        <translation>Ouvrir une prise</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Nothing</source>
        <comment>to compare with</comment>
        <translation>Rien</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>The {result}</source>
        <translation>Le {result}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recording now</source>
        <translation>En cours d’enregistrement</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Cannot be opened</source>
        <translation>Ne peut être ouverte</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Damaged</source>
        <translation>Endommagée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Not finished</source>
        <translation>Non terminée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recordings, the newest first</source>
        <translation>Prises, les plus récentes d’abord</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>in {folder}</source>
        <translation>dans {folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Compare with this</source>
        <translation>Comparer à celle-ci</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Take off the list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Play, pause</source>
        <translation>Lecture, pause</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next frame</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous frame</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Forward one second</source>
        <translation>Avancer d’une seconde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Back one second</source>
        <translation>Reculer d’une seconde</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>First frame</source>
        <translation>Première image</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Last frame</source>
        <translation>Dernière image</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next marker</source>
        <translation>Repère suivant</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous marker</source>
        <translation>Repère précédent</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Faster</source>
        <translation>Plus vite</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Slower</source>
        <translation>Moins vite</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Start of range</source>
        <translation>Début de la plage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>End of range</source>
        <translation>Fin de la plage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>No image for this frame</source>
        <translation>Pas d’image à cet instant</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Angles over time</source>
        <translation>Angles dans le temps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Click to go there; turn the wheel to zoom, double-click to see all</source>
        <translation>Cliquer pour y aller ; la molette zoome, double-clic montre tout</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>time</source>
        <translation>temps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>angle</source>
        <translation>angle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>posecam: joint angles</source>
        <translation>posecam : angles articulaires</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>the image could not be written</source>
        <translation>l’image n’a pas pu être écrite</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} ne peut pas être écrit : {why}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Dashed: {name}</source>
        <translation>Tirets : {name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>no reason given</source>
        <translation>sans raison donnée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is reprocessed: all {frames} frames have poses, live it was {live}.</source>
        <translation>{name} est retraitée : les {frames} images ont des poses, en direct {live}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{missing} of {all} frames were skipped while recording and have no pose.</source>
        <translation>{missing} images sur {all} ont été sautées à l’enregistrement et n’ont pas de pose.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: loading the pose model…</source>
        <translation>Retraitement de {name} : chargement du modèle de pose…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Compare with the live result</source>
        <translation>Comparer au direct</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: one at a time.</source>
        <translation>{name} est en cours de retraitement : une à la fois.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: cancel that, or wait.</source>
        <translation>{name} est en cours de retraitement : annulez ou attendez.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: smoothing…</source>
        <translation>Retraitement de {name} : lissage…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: frame {done} of {all}</source>
        <translation>Retraitement de {name} : image {done} sur {all}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} stays as it was.</source>
        <translation>{name} reste comme avant.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Drawing</source>
        <translation>Dessin</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>{file} should end in .png, .svg or .csv.</source>
        <translation>{file} devrait finir par .png, .svg ou .csv.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash…</source>
        <translation>Corbeille…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Bring back what was deleted, or remove it for good (Ctrl+Del)</source>
        <translation>Récupérer ce qui a été supprimé, ou l’effacer pour de bon (Ctrl+Suppr)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash</source>
        <translation>Corbeille</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/take.py"/>
        <source>The recording {folder} has no frames: nothing to look at.</source>
        <translation>La prise {folder} n’a pas d’images : il n’y a rien à voir.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Timeline</source>
        <translation>Ligne de temps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Bars: joint confidence. Hatched: camera disconnected. Flags: markers. Drag to move through time, drag the handles to choose a range (I, O).</source>
        <translation>Barres : confiance des articulations. Hachures : caméra déconnectée. Drapeaux : repères. Faites glisser pour parcourir le temps, glissez les poignées pour choisir une plage (I, O).</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>First frame (Home)</source>
        <translation>Première image (Origine)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Previous frame (←)</source>
        <translation>Image précédente (←)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play (Space)</source>
        <translation>Lecture (Espace)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Next frame (→)</source>
        <translation>Image suivante (→)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Last frame (End)</source>
        <translation>Dernière image (Fin)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed (↑ faster, ↓ slower)</source>
        <translation>Vitesse (↑ plus vite, ↓ moins vite)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the chosen range again and again (L)</source>
        <translation>Lire la plage choisie en boucle (L)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the sound, at the speed of life (V)</source>
        <translation>Lire le son, à vitesse normale (V)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim</source>
        <translation>Rogner</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Make a new recording of the chosen range; this one stays (T)</source>
        <translation>Faire une nouvelle prise de la plage choisie ; celle-ci reste (T)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Sound on, off</source>
        <translation>Son activé, coupé</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop the range</source>
        <translation>Lire la plage en boucle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim to the range</source>
        <translation>Rogner à la plage</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>frame {number}</source>
        <translation>image {number}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>%n recordings, {size}</source>
        <translation>
            <numerusform>%n prise, {size}</numerusform>
            <numerusform>%n prises, {size}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{mb:.1f} MB</source>
        <translation>{mb:.1f} Mo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{mb:,.0f} MB</source>
        <translation>{mb:,.0f} Mo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Deleted recordings, the last deleted first</source>
        <translation>Prises supprimées, les dernières d’abord</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Reading the trash…</source>
        <translation>Lecture de la corbeille…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash</source>
        <translation>Vider la corbeille</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Remove {size}, for good?</source>
        <translation>Effacer {size} pour de bon ?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>This cannot be undone.</source>
        <translation>C’est irréversible.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Emptying the trash…</source>
        <translation>Vidage de la corbeille…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash…</source>
        <translation>Vider la corbeille…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>deleted {when}</source>
        <translation>supprimée {when}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{amount}. Each can be brought back until the trash is emptied.</source>
        <translation>{amount}. On peut les récupérer jusqu’à ce que la corbeille soit vidée.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>The trash is empty.</source>
        <translation>La corbeille est vide.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>from {folder}</source>
        <translation>de {folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Refresh the list</source>
        <translation>Actualiser la liste</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Saved {path}.</source>
        <translation>{path} est enregistré.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>{name} angles.png</source>
        <translation>{name} angles.png</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/work.py"/>
        <source>Something unexpected happened: {error}.</source>
        <translation>Un événement inattendu s’est produit : {error}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast</source>
        <translation>Rapide</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast: for weak computers</source>
        <translation>Rapide : pour ordinateurs modestes</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced</source>
        <translation>Équilibré</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced: for most computers</source>
        <translation>Équilibré : pour la plupart des ordinateurs</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best</source>
        <translation>Optimal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best: for fast computers</source>
        <translation>Optimal : pour ordinateurs rapides</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>This sheet</source>
        <translation>Cette liste</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/notice_bar.py"/>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
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
        <translation>La vue 3D demande OpenGL 2.1, que cet écran ou ce pilote n’offre pas.
Tout le reste fonctionne, et les prises contiennent quand même les articulations 3D.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Measured</source>
        <translation>Mesuré</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set by you</source>
        <translation>Réglé par vous</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Assumed</source>
        <translation>Supposé</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set</source>
        <translation>Réglé</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>measured</source>
        <translation>mesurée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>estimated</source>
        <translation>estimée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>assumed</source>
        <translation>supposée</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front</source>
        <translation>Face</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side</source>
        <translation>Profil</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top</source>
        <translation>Dessus</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front view</source>
        <translation>Vue de face</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side view</source>
        <translation>Vue de profil</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top view</source>
        <translation>Vue de dessus</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>field of view {angle:g}°</source>
        <translation>champ de vision {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}.</source>
        <translation>{origin} : {parts}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{cm:g} cm</source>
        <translation>{cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>height {cm:g} cm</source>
        <translation>taille {cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>view {angle:g}°</source>
        <translation>champ {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}.</source>
        <translation>Inclinaison : {level}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>pose</source>
        <translation>pose</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>proportions</source>
        <translation>proportions</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate</source>
        <translation>Tourner</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Rotate the view slowly around the figure (Space)</source>
        <translation>Tourner lentement la vue autour de la figure (Espace)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Sticks</source>
        <translation>Bâtons</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Draw bones and joints instead of a body (B)</source>
        <translation>Dessiner os et articulations au lieu d’un corps (B)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Stand upright for three seconds: measures your proportions and the camera's tilt (C)</source>
        <translation>Trois secondes debout : mesure vos proportions et l’inclinaison de la caméra (C)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}</source>
        <translation>Inclinaison : {level}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate the 3D view</source>
        <translation>Tourner la vue 3D</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Opens the settings of the figure</source>
        <translation>Ouvre les réglages de la figure</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}. Opens the settings of the figure.</source>
        <translation>{origin} : {parts}. Ouvre les réglages de la figure.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the front</source>
        <translation>3D de face</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the side</source>
        <translation>3D de profil</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the top</source>
        <translation>3D de dessus</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D body or sticks</source>
        <translation>3D : corps ou bâtons</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_view.py"/>
        <source>3D view</source>
        <translation>Vue 3D</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/video_view.py"/>
        <source>Make this the main person</source>
        <translation>En faire la personne principale</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Character</source>
        <translation>Personnage</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character</source>
        <translation>Ouvrir un personnage</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Characters ({endings})</source>
        <translation>Personnages ({endings})</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>A .glb or .vrm of your own in the place of the mannequin (Shift+B)</source>
        <translation>Un .glb ou .vrm à vous à la place du mannequin (Maj+B)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character…</source>
        <translation>Ouvrir un personnage…</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Mannequin</source>
        <translation>Mannequin</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Your own character, or the mannequin</source>
        <translation>Votre propre personnage, ou le mannequin</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Compared recording beside or on top</source>
        <translation>Prise comparée à côté ou par-dessus</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit the 3D view to the person</source>
        <translation>Cadrer la personne en 3D</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Follow the person in 3D</source>
        <translation>Suivre la personne en 3D</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Keep the whole person in view, and what they reach (Shift+F)</source>
        <translation>Garder en vue la personne entière et ce qu’elle atteint (Maj+F)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Let the compared recording stand beside, not on top (G)</source>
        <translation>Mettre la prise comparée à côté, pas par-dessus (G)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit</source>
        <translation>Cadrer</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Frame the person as they are now (F)</source>
        <translation>Cadrer la personne telle qu’elle est (F)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Beside</source>
        <translation>À côté</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Video with skeletons</source>
        <translation>Vidéo avec squelettes</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Figure on a plain colour</source>
        <translation>Figure sur fond uni</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Black</source>
        <translation>Noir</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>posecam as a camera in OBS, Zoom, Teams and browsers</source>
        <translation>posecam comme caméra dans OBS, Zoom, Teams et les navigateurs</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Virtual camera</source>
        <translation>Caméra virtuelle</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{device}: {sent} images sent</source>
        <translation>{device} : {sent} images envoyées</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop (Wayland) keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>Ce bureau (Wayland) ne donne pas les touches aux logiciels qui ne sont pas au premier plan : un claquement de mains, les bras levés ou un téléphone démarrent une prise à la place.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>macOS keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>macOS ne donne pas les touches aux logiciels qui ne sont pas au premier plan : un claquement de mains, les bras levés ou un téléphone démarrent une prise à la place.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Ctrl+Alt+R is taken by another program.</source>
        <translation>Ctrl+Alt+R est pris par un autre logiciel.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop tells programs of no key while others are in front.</source>
        <translation>Ce bureau n’annonce aucune touche aux logiciels tant que d’autres sont au premier plan.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{key} starts and stops from any program</source>
        <translation>{key} démarre et arrête depuis tout logiciel</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Foot contact</source>
        <translation>Contact au sol</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Where the person walks: steps a minute, the time of the step that ends with each foot, and how much of its stride it stands. Jumps by flight time: as stretched on landing as on leaving the ground, the camera still.</source>
        <translation>Quand la personne marche : pas par minute, durée du pas qui finit avec chaque pied, et part de sa foulée où il est posé. Sauts par temps de vol : aussi étiré à la réception qu’à l’envol, caméra immobile.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>What rests on the ground in the frame shown: right foot, left foot</source>
        <translation>Ce qui repose au sol dans l’image affichée : pied droit, pied gauche</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps</source>
        <translation>Pas et sauts</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps as CSV</source>
        <translation>Pas et sauts en CSV</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>flat</source>
        <translation>à plat</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>heel</source>
        <translation>talon</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>toes</source>
        <translation>orteils</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>in the air</source>
        <translation>en l’air</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam"/>
        <source>%n steps</source>
        <translation>
            <numerusform>%n pas</numerusform>
            <numerusform>%n pas</numerusform>
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
            <numerusform>%n saut</numerusform>
            <numerusform>%n sauts</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>up to {height:.0f} cm</source>
        <translation>jusqu’à {height:.0f} cm</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>right</source>
        <translation>droit</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>left</source>
        <translation>gauche</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} {seconds:.2f} s</source>
        <translation>{side} {seconds:.2f} s</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} stands {share:.0f} %</source>
        <translation>{side} posé {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>The virtual camera cannot show the figure: there is no OpenGL here.</source>
        <translation>La caméra virtuelle ne peut pas montrer la figure : il n'y a pas d'OpenGL ici.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>demo clip</source>
        <translation>clip de démonstration</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>camera {1}</source>
        <translation>caméra {1}</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>live result</source>
        <translation>résultat en direct</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>reprocessed result</source>
        <translation>résultat retraité</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Knee flexion</source>
        <translation>Flexion du genou</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip flexion</source>
        <translation>Flexion de la hanche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip abduction</source>
        <translation>Abduction de la hanche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Elbow flexion</source>
        <translation>Flexion du coude</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder elevation</source>
        <translation>Élévation de l’épaule</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder plane</source>
        <translation>Plan de l’épaule</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk flexion</source>
        <translation>Flexion du tronc</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk lateral</source>
        <translation>Inclinaison latérale du tronc</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk inclination</source>
        <translation>Inclinaison du tronc</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk rotation</source>
        <translation>Rotation du tronc</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Ankle dorsiflexion</source>
        <translation>Dorsiflexion de la cheville</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Foot progression</source>
        <translation>Angle de progression du pied</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head flexion</source>
        <translation>Flexion de la tête</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head lateral</source>
        <translation>Inclinaison latérale de la tête</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head rotation</source>
        <translation>Rotation de la tête</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis obliquity</source>
        <translation>Obliquité pelvienne</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis rotation</source>
        <translation>Rotation pelvienne</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right knee flexion</source>
        <translation>Flexion du genou droit</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left knee flexion</source>
        <translation>Flexion du genou gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip flexion</source>
        <translation>Flexion de la hanche droite</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip flexion</source>
        <translation>Flexion de la hanche gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip abduction</source>
        <translation>Abduction de la hanche droite</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip abduction</source>
        <translation>Abduction de la hanche gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right elbow flexion</source>
        <translation>Flexion du coude droit</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left elbow flexion</source>
        <translation>Flexion du coude gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder elevation</source>
        <translation>Élévation de l’épaule droite</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder elevation</source>
        <translation>Élévation de l’épaule gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder plane</source>
        <translation>Plan de l’épaule droite</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder plane</source>
        <translation>Plan de l’épaule gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right ankle dorsiflexion</source>
        <translation>Dorsiflexion de la cheville droite</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left ankle dorsiflexion</source>
        <translation>Dorsiflexion de la cheville gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right foot progression</source>
        <translation>Progression du pied droit</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left foot progression</source>
        <translation>Progression du pied gauche</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} packets could not be decoded.</source>
        <translation>{1} est endommagé : {2} paquets n’ont pas pu être décodés.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} of {3} frames could only be decoded in part, and they and those after them may be smeared.</source>
        <translation>{1} est endommagé : {2} images sur {3} n’ont pu être décodées qu’en partie ; elles et les suivantes peuvent être brouillées.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>The clock of {1} jumps ahead by {2} after {3} s{4}: that time is left out.</source>
        <translation>L’horloge de {1} saute de {2} en avant après {3} s{4} : ce temps est omis.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>There is no camera, file or folder called "{1}" (cameras here: {2}).</source>
        <translation>Il n’y a ni caméra, ni fichier, ni dossier nommé « {1} » (caméras ici : {2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>More than one camera is called "{1}": choose by number, {2}.</source>
        <translation>Plusieurs caméras s’appellent « {1} » : choisissez par numéro, {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>{1} is not plugged in.</source>
        <translation>{1} n’est pas branchée.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} holds no images.</source>
        <translation>Le dossier {1} ne contient pas d’images.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} is cut short: {2} of {3} images could be read.</source>
        <translation>{1} est tronqué : {2} images sur {3} ont pu être lues.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the images in {2} could not be read.</source>
        <translation>{1} des images de {2} n’ont pas pu être lues.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the files in {2} hold several images: only the first of each is used.</source>
        <translation>{1} des fichiers de {2} contiennent plusieurs images : seule la première de chacun est utilisée.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} cannot be read: {2}.</source>
        <translation>Le dossier {1} ne peut pas être lu : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no image that can be read.</source>
        <translation>{1} répond, mais n’envoie aucune image lisible.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} sends images that cannot be read.</source>
        <translation>{1} envoie des images illisibles.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} has ended its stream.</source>
        <translation>{1} a terminé son flux.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no video.</source>
        <translation>{1} répond, mais n’envoie pas de vidéo.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS is asking whether the camera may be used: answer it with OK.</source>
        <translation>macOS demande si la caméra peut être utilisée : répondez OK.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>The administrator of this Mac has switched its cameras off for such programs.</source>
        <translation>L’administrateur de ce Mac a désactivé les caméras pour ce type de logiciels.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS keeps the camera from posecam: switch it on for posecam, or for the terminal that started it, under System Settings &gt; Privacy &amp; Security &gt; Camera, and start it again.</source>
        <translation>macOS refuse la caméra à posecam : autorisez-la pour posecam, ou pour le terminal qui l’a lancé, dans Réglages Système &gt; Confidentialité et sécurité &gt; Caméra, puis relancez-le.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/options.py"/>
        <source>"{1}" is no format of a camera: write it as 1280x720@30 MJPG, any part of which may be left out.</source>
        <translation>« {1} » n’est pas un format de caméra : écrivez-le comme 1280x720@30 MJPG ; chaque partie peut manquer.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} sends no images: is its screen off, or another page in front of it?</source>
        <translation>{1} n’envoie pas d’images : son écran est-il éteint, ou une autre page devant ?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} has disconnected: is its page still open?</source>
        <translation>{1} s’est déconnecté : sa page est-elle encore ouverte ?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} is not connected: open the remote (P) and scan its code with it.</source>
        <translation>{1} n’est pas connecté : ouvrez la télécommande (P) et scannez son code avec lui.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No source was given: name a camera, a file, a folder or an address.</source>
        <translation>Aucune source n’a été donnée : nommez une caméra, un fichier, un dossier ou une adresse.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no camera {1}…: its number is too long.</source>
        <translation>Il n’y a pas de caméra {1}… : son numéro est trop long.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No telephone was named: write {1} and the name it has in the list.</source>
        <translation>Aucun téléphone n’a été nommé : écrivez {1} et le nom qu’il a dans la liste.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be read: addresses may begin with {2} only.</source>
        <translation>{1} ne peut pas être lu : les adresses ne peuvent commencer que par {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} is not a complete address: it names no host.</source>
        <translation>{1} n’est pas une adresse complète : elle ne nomme aucun hôte.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file or folder {1}.</source>
        <translation>Il n’y a ni fichier ni dossier {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file {1}: there is no such user.</source>
        <translation>Il n’y a pas de fichier {1} : cet utilisateur n’existe pas.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be looked at: {2}.</source>
        <translation>{1} ne peut pas être consulté : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} failed unexpectedly ({2}).</source>
        <translation>{1} a échoué de façon inattendue ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} sends the same image again and again: it may hang, or its shutter may be closed. Open the shutter, or unplug it and plug it in again.</source>
        <translation>{1} envoie sans cesse la même image : elle est peut-être bloquée, ou son cache est fermé. Ouvrez le cache, ou débranchez-la et rebranchez-la.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has stopped sending images; it is tried again if it stays silent. Check its cable or its network.</source>
        <translation>{1} n’envoie plus d’images ; une nouvelle tentative suivra si elle reste muette. Vérifiez son câble ou son réseau.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} Trying again.</source>
        <translation>{1} Nouvelle tentative en cours.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>There is nothing to see: is the lens covered, its shutter closed, or the light off?</source>
        <translation>On ne voit rien : l’objectif est-il couvert, le cache fermé ou la lumière éteinte ?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has ended.</source>
        <translation>{1} est terminé.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} holds no frame that can be read.</source>
        <translation>La vidéo {1} ne contient aucune image lisible.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is a folder, not a video file.</source>
        <translation>{1} est un dossier, pas un fichier vidéo.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} is empty.</source>
        <translation>Le fichier {1} est vide.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video: it holds {2}.</source>
        <translation>{1} n’est pas une vidéo : il contient {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>There is no file {1}.</source>
        <translation>Il n’y a pas de fichier {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} may not be read: permission denied.</source>
        <translation>Le fichier {1} ne peut pas être lu : accès refusé.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video, or it is damaged.</source>
        <translation>{1} n’est pas une vidéo, ou est endommagé.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is no video that is read: it is a list of others, or of another format.</source>
        <translation>{1} n’est pas une vidéo prise en charge : c’est une liste d’autres, ou d’un autre format.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} cannot be opened: {2}.</source>
        <translation>La vidéo {1} ne peut pas être ouverte : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it.</source>
        <translation>{1} est là mais ne peut pas être ouverte : un autre logiciel l’utilise peut-être.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} gives {2} instead of {3}.</source>
        <translation>{1} donne {2} au lieu de {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>There is no camera {1}.</source>
        <translation>Il n’y a pas de caméra {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{1} est là mais ne peut pas être ouverte : un autre logiciel l’utilise peut-être, ou les paramètres de confidentialité de Windows l’interdisent.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} may not be opened by you: join the group that owns {2} (video).</source>
        <translation>Vous ne pouvez pas ouvrir {1} : rejoignez le groupe qui possède {2} (video).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} opens but delivers no image.</source>
        <translation>{1} s’ouvre mais ne fournit aucune image.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} has stopped delivering.</source>
        <translation>{1} ne fournit plus rien.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} was unplugged.</source>
        <translation>{1} a été débranchée.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your feet cannot be seen: step back.</source>
        <translation>Vos pieds ne sont pas visibles : reculez.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your head cannot be seen: step back or tilt the camera.</source>
        <translation>Votre tête n’est pas visible : reculez ou inclinez la caméra.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>You cannot be seen clearly: step out from behind things and into the light.</source>
        <translation>On ne vous voit pas nettement : sortez de derrière les objets et venez à la lumière.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your arms cannot be seen: let them hang a little away from the body.</source>
        <translation>Vos bras ne sont pas visibles : laissez-les pendre un peu écartés du corps.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright.</source>
        <translation>Tenez-vous droit.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, not bent over.</source>
        <translation>Tenez-vous droit, sans vous pencher.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Face the camera.</source>
        <translation>Faites face à la caméra.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>The camera looks down or up too steeply to calibrate with: place it more level.</source>
        <translation>La caméra regarde trop vers le bas ou le haut pour calibrer : placez-la plus à l’horizontale.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, with your legs straight.</source>
        <translation>Tenez-vous droit, jambes tendues.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Step into view, so that you are seen from head to foot.</source>
        <translation>Entrez dans l’image, visible de la tête aux pieds.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand still.</source>
        <translation>Ne bougez plus.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} cannot be written: {2}.</source>
        <translation>{1} ne peut pas être écrit : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>No format was named: choose from {1}.</source>
        <translation>Aucun format n’a été nommé : choisissez parmi {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The session {1} has no frames: there is nothing to export.</source>
        <translation>La prise {1} n’a pas d’images : il n’y a rien à exporter.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} is there already and was not replaced.</source>
        <translation>{1} existe déjà et n’a pas été remplacé.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>There is no format "{1}": choose from {2}.</source>
        <translation>Il n’y a pas de format « {1} » : choisissez parmi {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The format "{1}" needs the package {2}, which is not installed: pip install "posecam[{3}]" brings it.</source>
        <translation>Le format « {1} » demande le paquet {2}, qui n’est pas installé : pip install "posecam[{3}]" l’apporte.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/options.py"/>
        <source>{1} samples a second cannot be written: choose {2} to {3}.</source>
        <translation>{1} images par seconde ne peuvent pas être écrites : choisissez de {2} à {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>{1} people were seen: this is person {2}, seen longest.</source>
        <translation>{1} personnes ont été vues : voici la personne {2}, vue le plus longtemps.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>Person {1} was never seen in the session {2} (seen: {3}).</source>
        <translation>La personne {1} n’a jamais été vue dans la prise {2} (vues : {3}).</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>No person was seen in the session {1}: there is no motion to export.</source>
        <translation>Aucune personne n’a été vue dans la prise {1} : il n’y a pas de mouvement à exporter.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The session {1} lasts {2} hours and has {3} frames: at a constant rate it would be {4} samples, nearly all of pauses. Trim it to what matters.</source>
        <translation>La prise {1} dure {2} heures et a {3} images : à cadence constante, ce seraient {4} images, presque toutes de pauses. Rognez-la à l’essentiel.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The 3D poses of the session {1} are empty: there is no motion to export.</source>
        <translation>Les poses 3D de la prise {1} sont vides : il n’y a pas de mouvement à exporter.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/overlay_file.py"/>
        <source>The session {1} has no images: its overlay cannot be drawn.</source>
        <translation>La prise {1} n’a pas d’images : on ne peut rien y dessiner.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/html_file.py"/>
        <source>The session {1} has no images: a page shows a video.</source>
        <translation>La prise {1} n’a pas d’images : une page montre une vidéo.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/c3d_file.py"/>
        <source>The session {1} has {2} frames, and C3D holds {3} at most: TRC holds more.</source>
        <translation>La prise {1} a {2} images, et C3D en contient {3} au plus : TRC en contient davantage.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>Nothing else here runs the network.</source>
        <translation>Rien d’autre ici n’exécute le réseau.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>This installation of posecam has no network of the quality {1}: the usual one is used instead.</source>
        <translation>Cette installation de posecam n’a pas de réseau de qualité {1} : le réseau habituel le remplace.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>{1} The fastest engine that works here is used instead.</source>
        <translation>{1} Le moteur le plus rapide qui fonctionne ici le remplace.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_switch.py"/>
        <source>The engine could not be loaded: {1}.</source>
        <translation>Le moteur n’a pas pu être chargé : {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>The network is loading.</source>
        <translation>Le réseau se charge.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>{1} {2} runs the network instead.</source>
        <translation>{1} {2} exécute le réseau à sa place.</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>The session {1} has no images that can be read: there is nothing to look at.</source>
        <translation>La prise {1} n’a pas d’images lisibles : il n’y a rien à traiter.</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>{1} of {2} cannot be written: {3}.</source>
        <translation>{1} de {2} ne peut pas être écrit : {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/cutting.py"/>
        <source>The video {1} cannot be read.</source>
        <translation>La vidéo {1} ne peut pas être lue.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no frame between {2} and {3} s.</source>
        <translation>La prise {1} n’a pas d’image entre {2} et {3} s.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is already a session "{1}".</source>
        <translation>Il existe déjà une prise « {1} ».</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>A note has at most {1} characters.</source>
        <translation>Une note a au plus {1} caractères.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} is not in the trash any more.</source>
        <translation>{1} n’est plus dans la corbeille.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is a new session "{1}": rename it first.</source>
        <translation>Il existe une nouvelle prise « {1} » : renommez-la d’abord.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no manifest that can be read: repair it first.</source>
        <translation>La prise {1} n’a pas de manifeste lisible : réparez-la d’abord.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be brought back: {2}.</source>
        <translation>{1} ne peut pas être récupérée : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be renamed: {2}.</source>
        <translation>{1} ne peut pas être renommée : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The note cannot be kept in {1}: {2}.</source>
        <translation>La note ne peut pas être gardée dans {1} : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be deleted: {2}.</source>
        <translation>{1} ne peut pas être supprimée : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be removed from the trash: {2}.</source>
        <translation>{1} ne peut pas être effacée de la corbeille : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/listing.py"/>
        <source>The folder of sessions {1} cannot be read: {2}.</source>
        <translation>Le dossier des prises {1} ne peut pas être lu : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>There is no session folder {1}.</source>
        <translation>Il n’y a pas de dossier de prise {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being recorded: stop that first.</source>
        <translation>La prise {1} est en cours d’enregistrement : arrêtez d’abord.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being worked on already: wait until that is done.</source>
        <translation>La prise {1} est déjà en cours de traitement : attendez la fin.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} cannot be read: {2}.</source>
        <translation>La prise {1} ne peut pas être lue : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name has 1 to {1} characters and no point at its ends.</source>
        <translation>Le nom d’une prise a de 1 à {1} caractères et pas de point aux extrémités.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name cannot contain {1}.</source>
        <translation>Le nom d’une prise ne peut pas contenir {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>The name of takes has at most {1} characters.</source>
        <translation>Le nom des prises a au plus {1} caractères.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>{1} is missing.</source>
        <translation>{1} est absent.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>The last line of {1} was cut off and is left out.</source>
        <translation>La dernière ligne de {1} était coupée et est ignorée.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>{1} is not a session: it holds no {2} and no {3}.</source>
        <translation>{1} n’est pas une prise : elle ne contient ni {2} ni {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has other joints than this posecam knows.</source>
        <translation>La prise {1} a d’autres articulations que celles que connaît ce posecam.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>No frame of the session {1} is between {2} and {3} s: it goes from {4} to {5} s.</source>
        <translation>Aucune image de la prise {1} n’est entre {2} et {3} s : elle va de {4} à {5} s.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The sound is missing or cannot be read: {1}.</source>
        <translation>Le son manque ou ne peut pas être lu : {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The recording was not finished: its last moments may be missing.</source>
        <translation>La prise n’a pas été terminée : sa fin peut manquer.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has no reprocessed result: `posecam reprocess` makes it.</source>
        <translation>La prise {1} n’a pas de résultat retraité : `posecam reprocess` le crée.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The disk of {1} does not answer: the end may be missing.</source>
        <translation>Le disque de {1} ne répond pas : la fin peut manquer.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The sound was not recorded any more: {1}.</source>
        <translation>Le son n’a plus été enregistré : {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The end of the sound was not recorded: {1}.</source>
        <translation>La fin du son n’a pas été enregistrée : {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder_items.py"/>
        <source>Recording has stopped: {1}. What was recorded until then is kept.</source>
        <translation>L’enregistrement s’est arrêté : {1}. Ce qui a été enregistré jusque-là est conservé.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/repair.py"/>
        <source>The session {1} cannot be repaired: {2}.</source>
        <translation>La prise {1} ne peut pas être réparée : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} minutes.</source>
        <translation>Le disque se remplit : {1} Mo sont libres, assez pour environ {2} minutes.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free.</source>
        <translation>Le disque se remplit : {1} Mo sont libres.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} seconds.</source>
        <translation>Le disque se remplit : {1} Mo sont libres, assez pour environ {2} secondes.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>Nothing can be recorded into {1}: {2}.</source>
        <translation>Rien ne peut être enregistré dans {1} : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>The folder {1} already holds something: record into a new one.</source>
        <translation>Le dossier {1} contient déjà quelque chose : enregistrez dans un nouveau.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The folder of recordings {1} cannot be: there is no such user or name.</source>
        <translation>Le dossier des prises {1} est impossible : il n’y a pas de tel utilisateur ou nom.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings file could not be understood ({1}), so the defaults are used; it was kept as {2}.</source>
        <translation>Le fichier de réglages n’a pas pu être compris ({1}), les valeurs par défaut sont donc utilisées ; il a été conservé sous {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>{1} The usual folder is used; the settings were kept as {2}.</source>
        <translation>{1} Le dossier habituel est utilisé ; les réglages ont été conservés sous {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings could not be saved to {1}: {2}.</source>
        <translation>Les réglages n’ont pas pu être enregistrés dans {1} : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>These are {1} addresses: {2} at most.</source>
        <translation>Voici {1} adresses : {2} au plus.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>{1} is there twice: every person needs a port of their own.</source>
        <translation>{1} s’y trouve deux fois : chaque personne demande son propre port.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}…" is no address: it is too long.</source>
        <translation>« {1}… » n’est pas une adresse : trop long.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as HOST:PORT, without http://.</source>
        <translation>« {1} » n’est pas une adresse : écrivez HÔTE:PORT, sans http://.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: the port must be a number from 1 to 65535.</source>
        <translation>« {1} » n’est pas une adresse : le port doit être un nombre de 1 à 65535.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as [IPv6]:PORT.</source>
        <translation>« {1} » n’est pas une adresse : écrivez [IPv6]:PORT.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote cannot be reached: {1}.</source>
        <translation>La télécommande est inaccessible : {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote failed ({1}).</source>
        <translation>La télécommande a échoué ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its certificate cannot be kept: {1}.</source>
        <translation>Son certificat ne peut pas être conservé : {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its camera cannot be reached: {1}.</source>
        <translation>Sa caméra est inaccessible : {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/streams.py"/>
        <source>A WebSocket is offered at one address: everybody is in it.</source>
        <translation>Un WebSocket est offert à une seule adresse : tout le monde y est.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent to {1}: {2}.</source>
        <translation>VMC ne peut pas être envoyé à {1} : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent: there is no host called "{1}".</source>
        <translation>VMC ne peut pas être envoyé : il n’y a pas d’hôte nommé « {1} ».</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>Sending VMC failed ({1}).</source>
        <translation>L’envoi de VMC a échoué ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>No receiver listens at {1} yet.</source>
        <translation>Aucun récepteur n’écoute encore à {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open at {1} ({2}).</source>
        <translation>Le WebSocket ne peut pas s’ouvrir à {1} ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} is in use by another program.</source>
        <translation>Le WebSocket ne peut pas s’ouvrir : un autre programme utilise le port {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: this machine is not "{1}".</source>
        <translation>Le WebSocket ne peut pas s’ouvrir : cet ordinateur n’est pas « {1} ».</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} may not be used.</source>
        <translation>Le WebSocket ne peut pas s’ouvrir : le port {1} ne peut pas être utilisé.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket failed ({1}).</source>
        <translation>Le WebSocket a échoué ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera needs one more package: pip install 'posecam[virtual-camera]'.</source>
        <translation>La caméra virtuelle demande un paquet de plus : pip install 'posecam[virtual-camera]'.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install v4l2loopback-dkms, then run sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>Il n’y a pas de caméra virtuelle ici : installez v4l2loopback-dkms, puis lancez sudo modprobe v4l2loopback exclusive_caps=1.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio, which brings one.</source>
        <translation>Il n’y a pas de caméra virtuelle ici : installez OBS Studio, qui en apporte une.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>Il n’y a pas de caméra virtuelle ici : installez OBS Studio 30 ou plus récent, et démarrez une fois sa caméra virtuelle.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera failed ({1}).</source>
        <translation>La caméra virtuelle a échoué ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The legs are never seen: the files hold a guess.</source>
        <translation>Les jambes ne sont jamais vues : les fichiers contiennent une supposition.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The arms are never seen: the files hold a guess.</source>
        <translation>Les bras ne sont jamais vus : les fichiers contiennent une supposition.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The head is never seen: the files hold a guess.</source>
        <translation>La tête n’est jamais vue : les fichiers contiennent une supposition.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is damaged ({2}).</source>
        <translation>{1} ne peut pas être lu : le fichier est endommagé ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} is no character that can be read: choose a .glb or .vrm file.</source>
        <translation>{1} n'est pas un personnage lisible : choisissez un fichier .glb ou .vrm.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is cut off.</source>
        <translation>{1} ne peut pas être lu : le fichier est tronqué.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is not of glTF version 2.</source>
        <translation>{1} ne peut pas être lu : ce n'est pas du glTF version 2.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} needs {2}, which is not read: save it without compression.</source>
        <translation>{1} a besoin de {2}, qui n'est pas lu : enregistrez-le sans compression.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} keeps its data in other files: save it as one .glb file.</source>
        <translation>{1} garde ses données dans d'autres fichiers : enregistrez-le en un seul fichier .glb.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} has {2} MB: characters of up to {3} MB are read.</source>
        <translation>{1} fait {2} MB : les personnages sont lus jusqu'à {3} MB.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be opened: {2}.</source>
        <translation>{1} ne peut pas être ouvert : {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is no glTF or VRM file.</source>
        <translation>{1} ne peut pas être lu : ce n'est ni un fichier glTF ni un fichier VRM.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its bones are not named as Mixamo, Unreal, VRM, Rigify or BVH files name them (looked for: {2}).</source>
        <translation>{1} ne peut pas être animé : ses os ne portent pas les noms de Mixamo, Unreal, VRM, Rigify ou des fichiers BVH (cherché : {2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its VRM humanoid lacks {2}.</source>
        <translation>{1} ne peut pas être animé : il manque {2} à son humanoïde VRM.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: it is VRM without a humanoid, which tells its bones.</source>
        <translation>{1} ne peut pas être animé : c'est du VRM sans humanoïde, qui désigne les os.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/primitives.py"/>
        <source>{1} has more than {2} vertices, which is too many to move live: reduce it first.</source>
        <translation>{1} a plus de {2} sommets, trop pour être animés en direct : réduisez-le d'abord.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: it is a thing, not a character that bones could move.</source>
        <translation>{1} n'a pas de peau : c'est un objet, pas un personnage que des os pourraient animer.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: there is nothing to show.</source>
        <translation>{1} n'a pas de peau : il n'y a rien à montrer.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} cannot be moved: its hips and head lie in one place at rest.</source>
        <translation>{1} ne peut pas être animé : au repos, ses hanches et sa tête sont au même endroit.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/textures.py"/>
        <source>A texture is larger than {1} pixels along a side.</source>
        <translation>Une texture dépasse {1} pixels sur un côté.</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>3D figure</source>
        <translation>Figure 3D</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>What the camera sees</source>
        <translation>Ce que voit la caméra</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>If this stays so on an iPhone:</source>
        <translation>Si cela dure sur un iPhone :</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>load the certificate</source>
        <translation>charger le certificat</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Then install it and trust it in its Settings.</source>
        <translation>Ensuite, installez-le et approuvez-le dans les Réglages.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Camera</source>
        <translation>Caméra</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Rotate</source>
        <translation>Pivoter</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Countdown</source>
        <translation>Compte à rebours</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Discard, again</source>
        <translation>Jeter, refaire</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker</source>
        <translation>Repère</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Scan the code on the computer's screen again.</source>
        <translation>Scannez de nouveau le code à l’écran de l’ordinateur.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many commands: reload the page.</source>
        <translation>Trop de commandes : rechargez la page.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are connected.</source>
        <translation>Trop de téléphones sont connectés.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected. Trying again…</source>
        <translation>Non connecté. Nouvelle tentative…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Now</source>
        <translation>Tout de suite</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker ({count})</source>
        <translation>Repère ({count})</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Asking for the camera…</source>
        <translation>Demande de la caméra…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>This page may not use the camera: allow it in the browser's settings.</source>
        <translation>Cette page n’a pas accès à la caméra : autorisez-le dans les réglages du navigateur.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>There is no camera.</source>
        <translation>Il n’y a pas de caméra.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another app uses the camera.</source>
        <translation>Une autre application utilise la caméra.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The camera cannot be opened.</source>
        <translation>La caméra ne peut pas être ouverte.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are cameras already.</source>
        <translation>Trop de téléphones servent déjà de caméra.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The images were refused.</source>
        <translation>Les images ont été refusées.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another page of this telephone is the camera.</source>
        <translation>Une autre page de ce téléphone est la caméra.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>End camera</source>
        <translation>Fermer la caméra</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Back camera</source>
        <translation>Caméra arrière</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Front camera</source>
        <translation>Caméra avant</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected as a camera. Trying again…</source>
        <translation>Non connecté comme caméra. Nouvelle tentative…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{name}: not shown on the computer</source>
        <translation>{name} : pas affichée sur l’ordinateur</translation>
    </message>
</context>
</TS>
