<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Choose a camera above and step back until you are seen from head to foot. Record keeps the video and the motion; Recordings plays, trims and exports them. Press ? for all keys.</source>
        <translation>Elija arriba una cámara y retroceda hasta que se le vea de la cabeza a los pies. «Grabar» guarda el vídeo y el movimiento; «Grabaciones» las reproduce, recorta y exporta. Pulse ? para ver todas las teclas.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>About posecam</source>
        <translation>Acerca de posecam</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Live 3D motion capture from one ordinary webcam.&lt;br&gt;Everything runs on this computer; nothing is sent unless you switch it on.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Captura de movimiento 3D en directo con una webcam corriente.&lt;br&gt;Todo se ejecuta en este ordenador; no se envía nada a menos que usted lo active.&lt;br&gt;Licencia Apache 2.0</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>What the networks were trained on, how well they do, and where they fail:</source>
        <translation>Con qué se entrenaron las redes, cómo rinden y dónde fallan:</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model, {quality}</source>
        <translation>Modelo de pose, {quality}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model</source>
        <translation>Modelo de pose</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Person detector</source>
        <translation>Detector de personas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrating for a height of {height:g} cm: step back until you are seen from head to foot.</source>
        <translation>Calibración para una altura de {height:g} cm: retroceda hasta que se le vea de la cabeza a los pies.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrate</source>
        <translation>Calibrar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>any size</source>
        <translation>cualquier tamaño</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>{fps:g} fps</source>
        <translation>{fps:g} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Format ▾</source>
        <translation>Formato ▾</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Camera format</source>
        <translation>Formato de la cámara</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Size, rate and format of the camera's video</source>
        <translation>Tamaño, frecuencia y formato del vídeo de la cámara</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>asked for: {format}</source>
        <translation>solicitado: {format}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>delivered: {format}, {fps:.0f} fps</source>
        <translation>recibido: {format}, {fps:.0f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/engine_control.py"/>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Stand upright, facing the camera, seen from head to foot.</source>
        <translation>Póngase de pie, de cara a la cámara, visible de la cabeza a los pies.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Good. Stand still…</source>
        <translation>Bien. No se mueva…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>level</source>
        <translation>nivelada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Calibrated: your proportions are measured; the camera is {level} and about {height:.1f} m above the floor.</source>
        <translation>Calibrado: sus proporciones están medidas; la cámara está {level} y a unos {height:.1f} m del suelo.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° down</source>
        <translation>inclinada {angle:.0f}° hacia abajo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° up</source>
        <translation>inclinada {angle:.0f}° hacia arriba</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>All well</source>
        <translation>Todo bien</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No network</source>
        <translation>Sin red</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No video</source>
        <translation>Sin vídeo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Waiting for video</source>
        <translation>Esperando el vídeo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Network loading</source>
        <translation>Cargando la red</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{seen:.0f} of {all:.0f} frames a second</source>
        <translation>{seen:.0f} de {all:.0f} fotogramas por segundo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{ms:.0f} ms late</source>
        <translation>{ms:.0f} ms de retraso</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Call off a calibration, countdown, stage view</source>
        <translation>Cancelar calibración, cuenta atrás o vista de escenario</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Recordings</source>
        <translation>Grabaciones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Figure</source>
        <translation>Figura</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Looking for cameras…</source>
        <translation>Buscando cámaras…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>The video has ended.</source>
        <translation>El vídeo ha terminado.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Play again</source>
        <translation>Repetir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Other source…</source>
        <translation>Otra fuente…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Show the demo</source>
        <translation>Ver la demo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No camera was found: this is the demo clip</source>
        <translation>No se encontró ninguna cámara: este es el vídeo de demostración</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Loading the pose model…</source>
        <translation>Cargando el modelo de pose…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No poses: the pose model is not running</source>
        <translation>Sin poses: el modelo de pose no está en marcha</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No person detected. Step back until your hips are in view</source>
        <translation>No se detecta a nadie. Retroceda hasta que se vean sus caderas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Video frozen</source>
        <translation>Vídeo congelado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Camera disconnected</source>
        <translation>Cámara desconectada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Can't open this source</source>
        <translation>No se puede abrir esta fuente</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>This is the demo clip, not your camera</source>
        <translation>Este es el vídeo de demostración, no su cámara</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it.</source>
        <translation>No se puede abrir {name}: puede que lo use otro programa.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>No se puede abrir {name}: puede que lo use otro programa o que lo impida la configuración de privacidad de Windows.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>A microphone</source>
        <comment>is not plugged in</comment>
        <translation>Un micrófono</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} is not plugged in.</source>
        <translation>{name} no está conectado.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} was unplugged.</source>
        <translation>{name} se ha desconectado.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives silence alone: it was unplugged or switched off.</source>
        <translation>{name} solo da silencio: se ha desconectado o apagado.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>There is no sound: a library of the system is missing ({why}).</source>
        <translation>No hay sonido: falta una biblioteca del sistema ({why}).</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives {rate:.0f} samples a second, not as many as it says: the sound is made to fit.</source>
        <translation>{name} da {rate:.0f} muestras por segundo, no las que indica: el sonido se ajusta.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives no sound: it may be used by another program.</source>
        <translation>{name} no da sonido: puede que lo use otro programa.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone_control.py"/>
        <source>macOS keeps the microphone from posecam: switch it on under System Settings &gt; Privacy &amp; Security &gt; Microphone.</source>
        <translation>macOS no deja que posecam use el micrófono: actívelo en Ajustes del Sistema &gt; Privacidad y seguridad &gt; Micrófono.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>None</source>
        <comment>no angle</comment>
        <translation>Ninguno</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Angles</source>
        <translation>Ángulos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles and repetitions (A; Shift+A chooses)</source>
        <translation>Mostrar ángulos articulares y repeticiones (A; Mayús+A elige)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Count repetitions of</source>
        <translation>Contar repeticiones de</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles</source>
        <translation>Mostrar ángulos articulares</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Choose angles</source>
        <translation>Elegir ángulos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Reset repetitions</source>
        <translation>Poner a cero las repeticiones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Repetitions</source>
        <translation>Repeticiones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended at its set length.</source>
        <translation>Terminó al alcanzar su duración.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended because the person had left.</source>
        <translation>Terminó porque la persona se había ido.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recorded {clock} to {folder}: {frames} frames, {poses} with poses.</source>
        <translation>Grabados {clock} en {folder}: {frames} fotogramas, {poses} con poses.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>%n frames could not be written in time.</source>
        <translation>
            <numerusform>%n fotograma no se pudo escribir a tiempo.</numerusform>
            <numerusform>%n fotogramas no se pudieron escribir a tiempo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>The camera was disconnected %n times: {s:.1f} s have no video.</source>
        <translation>
            <numerusform>La cámara se desconectó %n vez: {s:.1f} s no tienen vídeo.</numerusform>
            <numerusform>La cámara se desconectó %n veces: {s:.1f} s no tienen vídeo.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It was disconnected for the last {s:.0f} s, which are not in the recording.</source>
        <translation>Estuvo desconectada los últimos {s:.0f} s, que no están en la grabación.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recording</source>
        <translation>Grabación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What has been recorded is kept.</source>
        <translation>Lo grabado se conserva.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Stop and change</source>
        <translation>Detener y cambiar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Keep recording</source>
        <translation>Seguir grabando</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Sound is recorded with it.</source>
        <translation>El sonido se graba también.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What was recorded until then is kept.</source>
        <translation>Lo grabado hasta entonces se conserva.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>No program here opens folders; the recording is in {folder}.</source>
        <translation>Aquí ningún programa abre carpetas; la grabación está en {folder}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open recording</source>
        <translation>Abrir grabación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Each recording is a folder of its own, named by date and time.</source>
        <translation>Cada grabación es una carpeta propia, con fecha y hora por nombre.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Takes are numbered: "{name} 01", "{name} 02"…</source>
        <translation>Las tomas se numeran: «{name} 01», «{name} 02»…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings folder</source>
        <translation>Carpeta de grabaciones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>{variable} in the environment goes before this</source>
        <translation>{variable} del entorno tiene prioridad</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name of takes</source>
        <translation>Nombre de las tomas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>by date and time</source>
        <translation>por fecha y hora</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings go to</source>
        <translation>Guardar en</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown</source>
        <translation>Cuenta atrás</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sounds</source>
        <translation>Sonidos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags of takes</source>
        <translation>Etiquetas de las tomas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>such as: left knee, after</source>
        <translation>p. ej.: rodilla izquierda, después</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Words that the next takes are found by, with commas between</source>
        <translation>Palabras para encontrar las próximas tomas, separadas por comas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Seconds from the key to the first frame that is recorded</source>
        <translation>Segundos desde la tecla hasta el primer fotograma grabado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>0: until stopped</source>
        <translation>0: hasta detener</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>End when the person leaves</source>
        <translation>Terminar cuando la persona se vaya</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Start when both arms are raised for a second</source>
        <translation>Empezar al alzar ambos brazos un segundo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Volume of sounds</source>
        <translation>Volumen de los sonidos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown, start, stop, markers and repetitions; 0 is silent</source>
        <translation>Cuenta atrás, inicio, fin, marcas y repeticiones; 0 es silencio</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sound for every repetition</source>
        <translation>Sonido en cada repetición</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Of the angle whose repetitions are counted (Shift+A)</source>
        <translation>Del ángulo cuyas repeticiones se cuentan (Mayús+A)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Where recordings go</source>
        <translation>Dónde van las grabaciones</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} and %n others were not finished or are damaged.</source>
        <translation>
            <numerusform>La grabación {name} y %n más no se terminaron o están dañadas.</numerusform>
            <numerusform>La grabación {name} y %n más no se terminaron o están dañadas.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} is damaged.</source>
        <translation>La grabación {name} está dañada.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} was not finished.</source>
        <translation>La grabación {name} no se terminó.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>What was written can be repaired.</source>
        <translation>Lo escrito se puede reparar.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network: it starts and stops takes, sets markers and shows angles. The code is good once; the next telephone scans the next one. Until you switch the remote off, nothing but this computer and those telephones takes part; what they say to each other is not encrypted.</source>
        <translation>Escanee esto con un teléfono de la misma red: inicia y detiene tomas, pone marcas y muestra ángulos. El código vale una vez; el siguiente teléfono escanea el siguiente. Hasta que desactive el mando, solo participan este ordenador y esos teléfonos; lo que se envían no está cifrado.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network, then touch Camera on it. Its browser warns first that the connection is not private, since no one vouches for your computer: choose Advanced and Proceed, on an iPhone Show Details and visit this website. The images go encrypted to this computer and nowhere else. The code is good once.</source>
        <translation>Escanee esto con un teléfono de la misma red y pulse en él Cámara. Su navegador avisa antes de que la conexión no es privada, pues nadie responde de su ordenador: elija Avanzado y Continuar; en un iPhone, Mostrar detalles y visitar este sitio web. Las imágenes van cifradas a este ordenador y a ningún otro sitio. El código vale una vez.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones</source>
        <translation>
            <numerusform>%n teléfono</numerusform>
            <numerusform>%n teléfonos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones connected</source>
        <translation>
            <numerusform>%n teléfono conectado</numerusform>
            <numerusform>%n teléfonos conectados</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Code to scan</source>
        <translation>Código para escanear</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>A telephone as remote</source>
        <translation>Teléfono como mando a distancia</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote</source>
        <translation>Mando</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote and camera</source>
        <translation>Mando y cámara</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Switch off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>remote: {phones}</source>
        <translation>mando: {phones}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>This computer is in no network: telephones cannot reach it.</source>
        <translation>Este ordenador no está en ninguna red: los teléfonos no pueden alcanzarlo.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>No telephones connected</source>
        <translation>Ningún teléfono conectado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>no telephones</source>
        <translation>ningún teléfono</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_control.py"/>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: {engine} on {device}</source>
        <translation>En marcha: {engine} en {device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: the {network} network, {engine} on {device}</source>
        <translation>En marcha: red «{network}», {engine} en {device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Defaults</source>
        <translation>Predeterminados</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Other programs</source>
        <translation>Programas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent</source>
        <translation>{state}: {sent} poses enviadas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>running</source>
        <translation>activo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>starting</source>
        <translation>iniciando</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent, {viewers} connected</source>
        <translation>{state}: {sent} poses enviadas, {viewers} conectados</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Your height</source>
        <translation>Su altura</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>The 3D figure's size is scaled to this height</source>
        <translation>El tamaño de la figura 3D se ajusta a esta altura</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Field of view</source>
        <translation>Campo de visión</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Of the camera, across the image; most webcams have 55–80°</source>
        <translation>De la cámara, a lo ancho de la imagen; casi todas las webcams tienen 55–80°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Smoothness</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Follow</source>
        <translation>Seguir a</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Several people cost speed; the main person comes first</source>
        <translation>Varias personas cuestan velocidad; la principal va primero</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibrate…</source>
        <translation>Calibrar…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Go back to assumed proportions and a level camera</source>
        <translation>Volver a proporciones supuestas y cámara nivelada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the largest that keeps up here</source>
        <translation>Automática: la mayor que da abasto aquí</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>A larger network is more exact and takes longer a frame</source>
        <translation>Una red mayor es más exacta y tarda más por fotograma</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the fastest here</source>
        <translation>Automático: el más rápido aquí</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Send VMC, for VTuber programs, Unity and Blender</source>
        <translation>Enviar VMC, para programas de VTuber, Unity y Blender</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Offer poses as JSON over a WebSocket</source>
        <translation>Ofrecer poses como JSON por un WebSocket</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>to</source>
        <comment>an address</comment>
        <translation>a</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>at</source>
        <comment>an address</comment>
        <translation>en</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Responsive</source>
        <translation>Inmediato</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>smooth</source>
        <translation>suave</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>up to %n people</source>
        <translation>
            <numerusform>solo una persona</numerusform>
            <numerusform>hasta %n personas</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>measured with {source}</source>
        <translation>medida con {source}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>not yet: three seconds</source>
        <translation>aún no: tres segundos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Again…</source>
        <translation>Otra vez…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>fastest</source>
        <translation>el más rápido</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{switch}: address</source>
        <translation>{switch}: dirección</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>127.0.0.1 is this computer: nothing leaves it unless you enter another address.</source>
        <translation>127.0.0.1 es este ordenador: nada sale de él a menos que escriba otra dirección.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>off</source>
        <translation>desactivado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Recorded beside the video, in step with it</source>
        <translation>Se graba junto al vídeo, sincronizado con él</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level of the microphone</source>
        <translation>Nivel del micrófono</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Start and stop by a clap</source>
        <translation>Empezar y detener con una palmada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>One clap of your hands, with quiet before and after it</source>
        <translation>Una palmada, con silencio antes y después</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level</source>
        <comment>of the sound</comment>
        <translation>Nivel</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>While a microphone is chosen it is listened to. Nothing is kept but in recordings, and nothing leaves this computer.</source>
        <translation>Mientras haya un micrófono elegido, se escucha. Solo se guarda lo que se graba, y nada sale de este ordenador.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Off</source>
        <comment>the microphone</comment>
        <translation>Desactivado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>As the system chooses</source>
        <translation>El que elija el sistema</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Video source</source>
        <translation>Fuente de vídeo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again (F5)</source>
        <translation>Volver a buscar cámaras (F5)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again</source>
        <translation>Volver a buscar cámaras</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video</source>
        <translation>Abrir vídeo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address</source>
        <translation>Abrir dirección</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Address of a network camera, for example rtsp://192.168.1.20/stream</source>
        <translation>Dirección de una cámara de red, por ejemplo rtsp://192.168.1.20/stream</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Demo clip</source>
        <translation>Vídeo de demostración</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video file…</source>
        <translation>Abrir archivo de vídeo…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address…</source>
        <translation>Abrir dirección…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Videos</source>
        <translation>Vídeos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>No camera found</source>
        <translation>No se encontró ninguna cámara</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open {source}?</source>
        <translation>¿Detener la grabación y abrir {source}?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open the source again?</source>
        <translation>¿Detener la grabación y reabrir la fuente?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} offers its camera.</source>
        <translation>{name} ofrece su cámara.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and change the camera's format?</source>
        <translation>¿Detener la grabación y cambiar el formato de la cámara?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Look for cameras</source>
        <translation>Buscar cámaras</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Open a video</source>
        <translation>Abrir un vídeo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} was plugged in.</source>
        <translation>Se ha conectado {name}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Show it</source>
        <translation>Mostrarla</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record, stop (R)</source>
        <translation>Grabar, detener (R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show what was a while ago, to watch yourself (D)</source>
        <translation>Mostrar lo de hace un rato, para verse (D)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show every repetition that is counted once again (L)</source>
        <translation>Volver a mostrar cada repetición contada (L)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave the stage view (F11, Esc)</source>
        <translation>Salir de la vista de escenario (F11, Esc)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record</source>
        <translation>Grabar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Replay repetitions</source>
        <translation>Repetición</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Stage view: read from far away</source>
        <translation>Vista de escenario: se lee desde lejos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: delay</source>
        <translation>En la vista de escenario: retardo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: replay repetitions</source>
        <translation>En la vista de escenario: volver a mostrar repeticiones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Delay {seconds} s</source>
        <translation>Retardo {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>No delay</source>
        <translation>Sin retardo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>latency {figures}</source>
        <translation>latencia {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second that the source delivers, measured</source>
        <translation>Fotogramas por segundo que entrega la fuente, medidos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second with a pose, measured</source>
        <translation>Fotogramas por segundo con una pose, medidos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames of this source that the network never saw because it was busy.
A skipped frame costs smoothness, not delay.</source>
        <translation>Fotogramas de esta fuente que la red no vio por estar ocupada.
Un fotograma omitido cuesta fluidez, no retraso.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Health: {state}</source>
        <translation>Estado: {state}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Keep current engine</source>
        <translation>Conservar el motor actual</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>camera {rate:.1f} fps</source>
        <translation>cámara {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network {rate:.1f} fps</source>
        <translation>red {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>From a frame's arrival until it is on the screen.
From a frame's arrival to its pose: {figures}</source>
        <translation>De la llegada de un fotograma a la pantalla.
De la llegada de un fotograma a su pose: {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>dropped {count}</source>
        <translation>omitidos {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network loading…</source>
        <translation>cargando la red…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>no network</source>
        <translation>sin red</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>loading another engine…</source>
        <translation>cargando otro motor…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>preparing another engine {share:.0f} %</source>
        <translation>preparando otro motor: {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} on</source>
        <translation>{name} activo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} failed</source>
        <translation>{name} falló</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{sent} sent</source>
        <translation>{sent} enviadas</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>%n viewers</source>
        <translation>
            <numerusform>%n espectador</numerusform>
            <numerusform>%n espectadores</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Marker {number}</source>
        <translation>Marca {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Set a marker while recording</source>
        <translation>Poner una marca al grabar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Discard this take and record again</source>
        <translation>Descartar esta toma y volver a grabar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} was discarded: it is in the trash.</source>
        <translation>{name} se descartó: está en la papelera.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} is back.</source>
        <translation>{name} ha vuelto.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Until stopped</source>
        <translation>Hasta detener</translation>
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
        <translation>Ninguna</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Name, tags, volume…</source>
        <translation>Nombre, etiquetas, volumen…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown {seconds} s, length: {length}</source>
        <translation>Cuenta atrás {seconds} s, duración: {length}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown and length of takes</source>
        <translation>Cuenta atrás y duración de las tomas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>A telephone as remote…</source>
        <translation>Teléfono como mando a distancia…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Start when both arms are raised</source>
        <translation>Empezar al alzar ambos brazos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Flip the video and the 3D view as in a mirror (M). Recordings are never mirrored.</source>
        <translation>Voltear el vídeo y la vista 3D como en un espejo (M). Las grabaciones nunca se voltean.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record the video and the poses (R)</source>
        <translation>Grabar el vídeo y las poses (R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Countdown and length of takes, name, sounds (T)</source>
        <translation>Cuenta atrás y duración de las tomas, nombre, sonidos (T)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Height, field of view, engine, other programs, folder (Ctrl+,)</source>
        <translation>Altura, campo de visión, motor, otros programas, carpeta (Ctrl+,)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Play, compare, trim and export what was recorded (Ctrl+R)</source>
        <translation>Reproducir, comparar, recortar y exportar lo grabado (Ctrl+R)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop recording</source>
        <translation>Detener la grabación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>In {seconds} s</source>
        <translation>En {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop {clock}</source>
        <translation>Detener {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record, stop</source>
        <translation>Grabar, detener</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop the countdown</source>
        <translation>Detener la cuenta atrás</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>{button} · no video</source>
        <translation>{button} · sin vídeo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>The camera sends nothing: recording goes on when it is back (R stops)</source>
        <translation>La cámara no envía nada: la grabación sigue cuando vuelva (R detiene)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>DELAY</source>
        <translation>RETARDO</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>You see what was {seconds} s ago</source>
        <translation>Ve lo de hace {seconds} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>REPLAY</source>
        <translation>REPETICIÓN</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Your last repetition</source>
        <translation>Su última repetición</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Begins in {seconds:.0f} s</source>
        <translation>Empieza en {seconds:.0f} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>From the next start of posecam on</source>
        <translation>A partir del próximo inicio de posecam</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Angle</source>
        <translation>Ángulo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Low</source>
        <translation>Mín.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>High</source>
        <translation>Máx.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range</source>
        <translation>Rango</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Reps</source>
        <translation>Rep.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Fastest</source>
        <translation>Veloc.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Switch angles on to plot them</source>
        <translation>Active ángulos para trazarlos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>In the frame shown</source>
        <translation>En el fotograma mostrado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Lowest in the chosen range</source>
        <translation>El menor del intervalo elegido</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest in the chosen range</source>
        <translation>El mayor del intervalo elegido</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range of motion: highest less lowest</source>
        <translation>Rango de movimiento: mayor menos menor</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Repetitions: from under {low:.0%} of the range to over {high:.0%} and back</source>
        <translation>Repeticiones: de menos del {low:.0%} del rango a más del {high:.0%} y vuelta</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest rate of change</source>
        <translation>Mayor velocidad de cambio</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>{clock}, %n frames, a person in {seen}</source>
        <translation>
            <numerusform>{clock}, %n fotograma, una persona en {seen}</numerusform>
            <numerusform>{clock}, %n fotogramas, una persona en {seen}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Tags: {tags}</source>
        <translation>Etiquetas: {tags}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Markers: {count}</source>
        <translation>Marcas: {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Shown: the {result}, {count} frames with poses.</source>
        <translation>Se muestra: {result}, {count} fotogramas con poses.</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Camera disconnected %n times, {s:.1f} s in all.</source>
        <translation>
            <numerusform>Cámara desconectada %n vez, {s:.1f} s en total.</numerusform>
            <numerusform>Cámara desconectada %n veces, {s:.1f} s en total.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>another recording</source>
        <translation>otra grabación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Cut out of {name}.</source>
        <translation>Recortada de {name}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>The name of the recording and of its folder (F2)</source>
        <translation>Nombre de la grabación y de su carpeta (F2)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>What to remember about this recording</source>
        <translation>Qué recordar de esta grabación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source> trimmed</source>
        <comment>ending of a name</comment>
        <translation> recortada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Trimming to {name}…</source>
        <translation>Recortando en {name}…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is in the trash.</source>
        <translation>{name} está en la papelera.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repairing {name}…</source>
        <translation>Reparando {name}…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>There is nothing to undo.</source>
        <translation>No hay nada que deshacer.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Undone: {step}</source>
        <translation>Deshecho: {step}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{new} holds {s:.2f} s of {old}.</source>
        <translation>{new} contiene {s:.2f} s de {old}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{old} is now {new}.</source>
        <translation>{old} se llama ahora {new}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repair</source>
        <translation>Reparar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is repaired.</source>
        <translation>{name} está reparada.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>What was written can be kept.</source>
        <translation>Lo escrito se puede conservar.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Can't open this recording</source>
        <translation>No se puede abrir esta grabación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recording is open</source>
        <translation>No hay ninguna grabación abierta</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recordings yet</source>
        <translation>Aún no hay grabaciones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Choose one on the left, or drop one here.</source>
        <translation>Elija una a la izquierda o suelte una aquí.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Record makes one in the live window; one from elsewhere can be opened.</source>
        <translation>«Grabar» crea una en la ventana en directo; también se puede abrir una de otro sitio.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Show folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open another…</source>
        <translation>Abrir otra…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export {name}</source>
        <translation>Exportar {name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Show files</source>
        <translation>Mostrar archivos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of BVH, glTF, USD, C3D, TRC and MOT</source>
        <translation>De BVH, glTF, USD, C3D, TRC y MOT</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Markers of C3D, TRC</source>
        <translation>Marcadores de C3D y TRC</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Skeleton and markers</source>
        <translation>Esqueleto y marcadores</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Joints</source>
        <translation>Articulaciones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of formats that hold one person; the others hold everybody</source>
        <translation>De formatos con una persona; los demás contienen a todas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into the folder</source>
        <translation>Carpeta de destino</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Replace files that are there already</source>
        <translation>Reemplazar archivos existentes</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}</source>
        <translation>Persona {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export into</source>
        <translation>Exportar en</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{number} of {all}: {format}…</source>
        <translation>{number} de {all}: {format}…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files are in {folder}, of the {result}.</source>
        <translation>
            <numerusform>%n archivo en {folder} ({result}).</numerusform>
            <numerusform>%n archivos en {folder} ({result}).</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Bone names</source>
        <translation>Nombres de huesos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Rest pose</source>
        <translation>Pose de reposo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Unit of BVH and USD</source>
        <translation>Unidad de BVH y USD</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Frame rate</source>
        <translation>Frecuencia</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{rate} a second</source>
        <translation>{rate} por segundo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Only the range, {first:.2f} to {last:.2f} s</source>
        <translation>Solo el intervalo, de {first:.2f} a {last:.2f} s</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}, seen for {clock}</source>
        <translation>Persona {number}, vista {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Main person</source>
        <translation>Persona principal</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files were written before.</source>
        <translation>
            <numerusform>%n archivo se escribió antes.</numerusform>
            <numerusform>%n archivos se escribieron antes.</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>The file being written is finished first…</source>
        <translation>Primero se termina el archivo en curso…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>As recorded</source>
        <translation>Como se grabó</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>BVH: Blender, Unity, Unreal</source>
        <translation>BVH: Blender, Unity, Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>glTF: an animated skeleton</source>
        <translation>glTF: esqueleto animado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>USD: Maya, Houdini, Unreal</source>
        <translation>USD: Maya, Houdini, Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>C3D: biomechanics</source>
        <translation>C3D: biomecánica</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>TRC: markers for OpenSim</source>
        <translation>TRC: marcadores para OpenSim</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MOT: joint angles for OpenSim</source>
        <translation>MOT: ángulos para OpenSim</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>CSV: spreadsheets</source>
        <translation>CSV: hojas de cálculo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>JSON: programs</source>
        <translation>JSON: programas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>NPZ: NumPy</source>
        <translation>NPZ: NumPy</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Tidy CSV: R, pandas</source>
        <translation>CSV tidy: R, pandas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Angles and speeds as CSV</source>
        <translation>Ángulos y velocidades, CSV</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video with skeleton and 3D figure</source>
        <translation>Vídeo con esqueleto y figura 3D</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A page to share: video, 3D figure, angles</source>
        <translation>Página: vídeo, figura 3D, ángulos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Animation</source>
        <translation>Animación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Biomechanics</source>
        <translation>Biomecánica</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video</source>
        <translation>Vídeo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MPII, 16 joints</source>
        <translation>MPII, 16 articulaciones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Human3.6M, 17 joints</source>
        <translation>Human3.6M, 17 articulaciones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Plain</source>
        <translation>Sencillos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Unreal mannequin</source>
        <translation>Maniquí de Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>VRM humanoid</source>
        <translation>Humanoide VRM</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>T: arms sideways</source>
        <translation>T: brazos horizontales</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A: arms 45° below</source>
        <translation>A: brazos 45° más abajo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Standing: arms hanging</source>
        <translation>De pie: brazos colgando</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Centimetres</source>
        <translation>Centímetros</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Metres</source>
        <translation>Metros</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Millimetres</source>
        <translation>Milímetros</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>As here</source>
        <translation>Como aquí</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A skeleton that moves, for characters.</source>
        <translation>Un esqueleto en movimiento, para personajes.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Points and angles in laboratory units.</source>
        <translation>Puntos y ángulos en unidades de laboratorio.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Every keypoint of every frame, for your own evaluation.</source>
        <translation>Cada punto clave de cada fotograma, para su propio análisis.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>To look at and to show, with the skeleton drawn in.</source>
        <translation>Para ver y mostrar, con el esqueleto dibujado.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Which poses are shown: live or reprocessed</source>
        <translation>Qué poses se muestran: en directo o reprocesadas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Person whose figure and angles are shown; or click on one</source>
        <translation>Persona cuya figura y ángulos se muestran; o haga clic en una</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Another recording as a faint second figure, started together</source>
        <translation>Otra grabación como segunda figura tenue, iniciada a la vez</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Offset</source>
        <translation>Desfase</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source> s offset</source>
        <translation> s de desfase</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Time offset of the other recording against the start of the range</source>
        <translation>Desfase temporal de la otra grabación respecto al inicio del intervalo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording from another folder (Ctrl+O)</source>
        <translation>Abrir una grabación de otra carpeta (Ctrl+O)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Reprocess</source>
        <translation>Reprocesar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Re-run the network on every frame, zero-lag smoothing; the live result is kept</source>
        <translation>Ejecutar de nuevo la red en cada fotograma, con suavizado sin retardo; el resultado en directo se conserva</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save plot…</source>
        <translation>Guardar gráfica…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot as an image or a table (Ctrl+P)</source>
        <translation>Guardar la gráfica como imagen o tabla (Ctrl+P)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>To files for other programs (Ctrl+E)</source>
        <translation>A archivos para otros programas (Ctrl+E)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Move to the trash (Del); can be undone (Ctrl+Z)</source>
        <translation>Mover a la papelera (Supr); se puede deshacer (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot</source>
        <translation>Guardar la gráfica</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording</source>
        <translation>Abrir una grabación</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Nothing</source>
        <comment>to compare with</comment>
        <translation>Nada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>The {result}</source>
        <translation>El {result}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recording now</source>
        <translation>Grabándose</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Cannot be opened</source>
        <translation>No se puede abrir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Damaged</source>
        <translation>Dañada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Not finished</source>
        <translation>Sin terminar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recordings, the newest first</source>
        <translation>Grabaciones, las más recientes primero</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>in {folder}</source>
        <translation>en {folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Compare with this</source>
        <translation>Comparar con esta</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Take off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Play, pause</source>
        <translation>Reproducir, pausa</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next frame</source>
        <translation>Fotograma siguiente</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous frame</source>
        <translation>Fotograma anterior</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Forward one second</source>
        <translation>Avanzar un segundo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Back one second</source>
        <translation>Retroceder un segundo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>First frame</source>
        <translation>Primer fotograma</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Last frame</source>
        <translation>Último fotograma</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next marker</source>
        <translation>Marca siguiente</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous marker</source>
        <translation>Marca anterior</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Start of range</source>
        <translation>Inicio del intervalo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>End of range</source>
        <translation>Fin del intervalo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>No image for this frame</source>
        <translation>No hay imagen de este fotograma</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Angles over time</source>
        <translation>Ángulos en el tiempo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Click to go there; turn the wheel to zoom, double-click to see all</source>
        <translation>Clic para ir allí; la rueda amplía, doble clic muestra todo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>time</source>
        <translation>tiempo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>angle</source>
        <translation>ángulo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>posecam: joint angles</source>
        <translation>posecam: ángulos articulares</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>the image could not be written</source>
        <translation>no se pudo escribir la imagen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>{path} cannot be written: {why}.</source>
        <translation>No se puede escribir {path}: {why}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Dashed: {name}</source>
        <translation>Discontinua: {name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>no reason given</source>
        <translation>sin motivo indicado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is reprocessed: all {frames} frames have poses, live it was {live}.</source>
        <translation>{name} está reprocesada: los {frames} fotogramas tienen poses; en directo eran {live}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{missing} of {all} frames were skipped while recording and have no pose.</source>
        <translation>{missing} de {all} fotogramas se omitieron al grabar y no tienen pose.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: loading the pose model…</source>
        <translation>Reprocesando {name}: cargando el modelo de pose…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Compare with the live result</source>
        <translation>Comparar con el directo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: one at a time.</source>
        <translation>{name} se está reprocesando: de una en una.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: cancel that, or wait.</source>
        <translation>{name} se está reprocesando: cancele o espere.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: smoothing…</source>
        <translation>Reprocesando {name}: suavizado…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: frame {done} of {all}</source>
        <translation>Reprocesando {name}: fotograma {done} de {all}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} stays as it was.</source>
        <translation>{name} queda como estaba.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Drawing</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>{file} should end in .png, .svg or .csv.</source>
        <translation>{file} debe terminar en .png, .svg o .csv.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash…</source>
        <translation>Papelera…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Bring back what was deleted, or remove it for good (Ctrl+Del)</source>
        <translation>Recuperar lo eliminado o borrarlo para siempre (Ctrl+Supr)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/take.py"/>
        <source>The recording {folder} has no frames: nothing to look at.</source>
        <translation>La grabación {folder} no tiene fotogramas: no hay nada que ver.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Timeline</source>
        <translation>Línea de tiempo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Bars: joint confidence. Hatched: camera disconnected. Flags: markers. Drag to move through time, drag the handles to choose a range (I, O).</source>
        <translation>Barras: confianza de las articulaciones. Rayado: cámara desconectada. Banderas: marcas. Arrastre para moverse en el tiempo; arrastre los tiradores para elegir un intervalo (I, O).</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>First frame (Home)</source>
        <translation>Primer fotograma (Inicio)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Previous frame (←)</source>
        <translation>Fotograma anterior (←)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play (Space)</source>
        <translation>Reproducir (Espacio)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Next frame (→)</source>
        <translation>Fotograma siguiente (→)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Last frame (End)</source>
        <translation>Último fotograma (Fin)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed (↑ faster, ↓ slower)</source>
        <translation>Velocidad (↑ más rápido, ↓ más lento)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop</source>
        <translation>Bucle</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the chosen range again and again (L)</source>
        <translation>Reproducir el intervalo una y otra vez (L)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the sound, at the speed of life (V)</source>
        <translation>Reproducir el sonido, a velocidad normal (V)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Make a new recording of the chosen range; this one stays (T)</source>
        <translation>Crear una grabación nueva con el intervalo elegido; esta se conserva (T)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Sound on, off</source>
        <translation>Sonido sí, no</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop the range</source>
        <translation>Repetir el intervalo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim to the range</source>
        <translation>Recortar al intervalo</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>frame {number}</source>
        <translation>fotograma {number}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>%n recordings, {size}</source>
        <translation>
            <numerusform>%n grabación, {size}</numerusform>
            <numerusform>%n grabaciones, {size}</numerusform>
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
        <translation>Grabaciones eliminadas, las últimas primero</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Reading the trash…</source>
        <translation>Leyendo la papelera…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash</source>
        <translation>Vaciar papelera</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Remove {size}, for good?</source>
        <translation>¿Borrar {size} para siempre?</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>This cannot be undone.</source>
        <translation>Esto no se puede deshacer.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Emptying the trash…</source>
        <translation>Vaciando la papelera…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash…</source>
        <translation>Vaciar papelera…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>deleted {when}</source>
        <translation>eliminada {when}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{amount}. Each can be brought back until the trash is emptied.</source>
        <translation>{amount}. Se pueden recuperar hasta que se vacíe la papelera.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>The trash is empty.</source>
        <translation>La papelera está vacía.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>from {folder}</source>
        <translation>de {folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Refresh the list</source>
        <translation>Actualizar la lista</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Saved {path}.</source>
        <translation>Se guardó {path}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>{name} angles.png</source>
        <translation>{name} ángulos.png</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/work.py"/>
        <source>Something unexpected happened: {error}.</source>
        <translation>Ha ocurrido algo inesperado: {error}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast</source>
        <translation>Rápida</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast: for weak computers</source>
        <translation>Rápida: para ordenadores modestos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced</source>
        <translation>Equilibrada</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced: for most computers</source>
        <translation>Equilibrada: para casi todos los ordenadores</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best</source>
        <translation>Óptima</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best: for fast computers</source>
        <translation>Óptima: para ordenadores rápidos</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>This sheet</source>
        <translation>Esta lista</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/notice_bar.py"/>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
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
        <translation>La vista 3D necesita OpenGL 2.1, que esta pantalla o este controlador no ofrece.
Todo lo demás funciona, y las grabaciones contienen las articulaciones 3D igualmente.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Measured</source>
        <translation>Medido</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set by you</source>
        <translation>Fijado por usted</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Assumed</source>
        <translation>Supuesto</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set</source>
        <translation>Fijado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>measured</source>
        <translation>medido</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>estimated</source>
        <translation>estimado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>assumed</source>
        <translation>supuesto</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front</source>
        <translation>Frente</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side</source>
        <translation>Lado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top</source>
        <translation>Arriba</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front view</source>
        <translation>Vista frontal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side view</source>
        <translation>Vista lateral</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top view</source>
        <translation>Vista superior</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>field of view {angle:g}°</source>
        <translation>campo de visión {angle:g}°</translation>
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
        <translation>altura {cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>view {angle:g}°</source>
        <translation>visión {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}.</source>
        <translation>Nivel: {level}.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>pose</source>
        <translation>pose</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>proportions</source>
        <translation>proporciones</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Rotate the view slowly around the figure (Space)</source>
        <translation>Girar la vista despacio alrededor de la figura (Espacio)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Sticks</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Draw bones and joints instead of a body (B)</source>
        <translation>Dibujar huesos y articulaciones en vez de un cuerpo (B)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Stand upright for three seconds: measures your proportions and the camera's tilt (C)</source>
        <translation>Tres segundos de pie: mide sus proporciones y la inclinación de la cámara (C)</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}</source>
        <translation>Nivel: {level}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate the 3D view</source>
        <translation>Girar la vista 3D</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Opens the settings of the figure</source>
        <translation>Abre los ajustes de la figura</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}. Opens the settings of the figure.</source>
        <translation>{origin}: {parts}. Abre los ajustes de la figura.</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the front</source>
        <translation>3D de frente</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the side</source>
        <translation>3D de lado</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the top</source>
        <translation>3D desde arriba</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D body or sticks</source>
        <translation>3D: cuerpo o líneas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_view.py"/>
        <source>3D view</source>
        <translation>Vista 3D</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/video_view.py"/>
        <source>Make this the main person</source>
        <translation>Hacerla la persona principal</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Character</source>
        <translation>Personaje</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character</source>
        <translation>Abrir un personaje</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Characters ({endings})</source>
        <translation>Personajes ({endings})</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>A .glb or .vrm of your own in the place of the mannequin (Shift+B)</source>
        <translation>Un .glb o .vrm propio en lugar del maniquí (Mayús+B)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character…</source>
        <translation>Abrir un personaje…</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Mannequin</source>
        <translation>Maniquí</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Your own character, or the mannequin</source>
        <translation>Su propio personaje o el maniquí</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Compared recording beside or on top</source>
        <translation>Grabación comparada al lado o encima</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit the 3D view to the person</source>
        <translation>Encuadrar a la persona en 3D</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Follow the person in 3D</source>
        <translation>Seguir a la persona en 3D</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Keep the whole person in view, and what they reach (Shift+F)</source>
        <translation>Mantener a la vista a la persona entera y lo que alcanza (Mayús+F)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Let the compared recording stand beside, not on top (G)</source>
        <translation>Poner la grabación comparada al lado, no encima (G)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit</source>
        <translation>Encuadrar</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Frame the person as they are now (F)</source>
        <translation>Encuadrar a la persona como está ahora (F)</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Beside</source>
        <translation>Al lado</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Video with skeletons</source>
        <translation>Vídeo con esqueletos</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Figure on a plain colour</source>
        <translation>Figura sobre un color liso</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>posecam as a camera in OBS, Zoom, Teams and browsers</source>
        <translation>posecam como cámara en OBS, Zoom, Teams y navegadores</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Virtual camera</source>
        <translation>Cámara virtual</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{device}: {sent} images sent</source>
        <translation>{device}: {sent} imágenes enviadas</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop (Wayland) keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>Este escritorio (Wayland) no da las teclas a programas que no están delante: una palmada, los brazos en alto o un teléfono inician una toma en su lugar.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>macOS keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>macOS no da las teclas a programas que no están delante: una palmada, los brazos en alto o un teléfono inician una toma en su lugar.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Ctrl+Alt+R is taken by another program.</source>
        <translation>Otro programa ya usa Ctrl+Alt+R.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop tells programs of no key while others are in front.</source>
        <translation>Este escritorio no comunica teclas a los programas mientras hay otros delante.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{key} starts and stops from any program</source>
        <translation>{key} inicia y detiene desde cualquier programa</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Foot contact</source>
        <translation>Contacto del pie</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Where the person walks: steps a minute, the time of the step that ends with each foot, and how much of its stride it stands. Jumps by flight time: as stretched on landing as on leaving the ground, the camera still.</source>
        <translation>Donde la persona camina: pasos por minuto, el tiempo del paso que termina con cada pie y cuánto de su zancada está apoyado. Saltos por tiempo de vuelo: tan estirada al caer como al despegar, con la cámara quieta.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>What rests on the ground in the frame shown: right foot, left foot</source>
        <translation>Qué se apoya en el suelo en el fotograma mostrado: pie derecho, pie izquierdo</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps</source>
        <translation>Pasos y saltos</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps as CSV</source>
        <translation>Pasos y saltos como CSV</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>flat</source>
        <translation>plano</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>heel</source>
        <translation>talón</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>toes</source>
        <translation>dedos</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>in the air</source>
        <translation>en el aire</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam"/>
        <source>%n steps</source>
        <translation>
            <numerusform>%n paso</numerusform>
            <numerusform>%n pasos</numerusform>
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
            <numerusform>%n salto</numerusform>
            <numerusform>%n saltos</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>up to {height:.0f} cm</source>
        <translation>hasta {height:.0f} cm</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>right</source>
        <translation>derecho</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>left</source>
        <translation>izquierdo</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} {seconds:.2f} s</source>
        <translation>{side} {seconds:.2f} s</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} stands {share:.0f} %</source>
        <translation>{side} apoyado {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>The virtual camera cannot show the figure: there is no OpenGL here.</source>
        <translation>La cámara virtual no puede mostrar la figura: aquí no hay OpenGL.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>demo clip</source>
        <translation>vídeo de demostración</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>camera {1}</source>
        <translation>cámara {1}</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>live result</source>
        <translation>resultado en directo</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>reprocessed result</source>
        <translation>resultado reprocesado</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Knee flexion</source>
        <translation>Flexión de rodilla</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip flexion</source>
        <translation>Flexión de cadera</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip abduction</source>
        <translation>Abducción de cadera</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Elbow flexion</source>
        <translation>Flexión de codo</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder elevation</source>
        <translation>Elevación del hombro</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder plane</source>
        <translation>Plano del hombro</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk flexion</source>
        <translation>Flexión del tronco</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk lateral</source>
        <translation>Inclinación lateral del tronco</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk inclination</source>
        <translation>Inclinación del tronco</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk rotation</source>
        <translation>Rotación del tronco</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Ankle dorsiflexion</source>
        <translation>Dorsiflexión del tobillo</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Foot progression</source>
        <translation>Ángulo de progresión del pie</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head flexion</source>
        <translation>Flexión de la cabeza</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head lateral</source>
        <translation>Inclinación lateral de la cabeza</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head rotation</source>
        <translation>Rotación de la cabeza</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis obliquity</source>
        <translation>Oblicuidad pélvica</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis rotation</source>
        <translation>Rotación pélvica</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right knee flexion</source>
        <translation>Flexión de rodilla derecha</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left knee flexion</source>
        <translation>Flexión de rodilla izquierda</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip flexion</source>
        <translation>Flexión de cadera derecha</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip flexion</source>
        <translation>Flexión de cadera izquierda</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip abduction</source>
        <translation>Abducción de cadera derecha</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip abduction</source>
        <translation>Abducción de cadera izquierda</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right elbow flexion</source>
        <translation>Flexión de codo derecho</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left elbow flexion</source>
        <translation>Flexión de codo izquierdo</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder elevation</source>
        <translation>Elevación del hombro derecho</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder elevation</source>
        <translation>Elevación del hombro izquierdo</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder plane</source>
        <translation>Plano del hombro derecho</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder plane</source>
        <translation>Plano del hombro izquierdo</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right ankle dorsiflexion</source>
        <translation>Dorsiflexión del tobillo derecho</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left ankle dorsiflexion</source>
        <translation>Dorsiflexión del tobillo izquierdo</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right foot progression</source>
        <translation>Progresión del pie derecho</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left foot progression</source>
        <translation>Progresión del pie izquierdo</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} packets could not be decoded.</source>
        <translation>{1} está dañado: {2} paquetes no se pudieron decodificar.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} of {3} frames could only be decoded in part, and they and those after them may be smeared.</source>
        <translation>{1} está dañado: {2} de {3} fotogramas solo se pudieron decodificar en parte; ellos y los siguientes pueden verse corridos.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>The clock of {1} jumps ahead by {2} after {3} s{4}: that time is left out.</source>
        <translation>El reloj de {1} salta {2} hacia delante tras {3} s{4}: ese tiempo se omite.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>There is no camera, file or folder called "{1}" (cameras here: {2}).</source>
        <translation>No hay ninguna cámara, archivo o carpeta llamado «{1}» (cámaras aquí: {2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>More than one camera is called "{1}": choose by number, {2}.</source>
        <translation>Hay varias cámaras llamadas «{1}»: elija por número, {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>{1} is not plugged in.</source>
        <translation>{1} no está conectada.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} holds no images.</source>
        <translation>La carpeta {1} no contiene imágenes.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} is cut short: {2} of {3} images could be read.</source>
        <translation>{1} está incompleta: se pudieron leer {2} de {3} imágenes.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the images in {2} could not be read.</source>
        <translation>No se pudieron leer {1} de las imágenes de {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the files in {2} hold several images: only the first of each is used.</source>
        <translation>{1} de los archivos de {2} contienen varias imágenes: solo se usa la primera de cada uno.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} cannot be read: {2}.</source>
        <translation>No se puede leer la carpeta {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no image that can be read.</source>
        <translation>{1} responde, pero no envía ninguna imagen legible.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} sends images that cannot be read.</source>
        <translation>{1} envía imágenes que no se pueden leer.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} has ended its stream.</source>
        <translation>{1} ha terminado la transmisión.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no video.</source>
        <translation>{1} responde, pero no envía vídeo.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS is asking whether the camera may be used: answer it with OK.</source>
        <translation>macOS pregunta si se puede usar la cámara: responda Aceptar.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>The administrator of this Mac has switched its cameras off for such programs.</source>
        <translation>El administrador de este Mac ha desactivado las cámaras para este tipo de programas.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS keeps the camera from posecam: switch it on for posecam, or for the terminal that started it, under System Settings &gt; Privacy &amp; Security &gt; Camera, and start it again.</source>
        <translation>macOS no deja que posecam use la cámara: actívela para posecam, o para el terminal que lo inició, en Ajustes del Sistema &gt; Privacidad y seguridad &gt; Cámara, e inícielo de nuevo.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/options.py"/>
        <source>"{1}" is no format of a camera: write it as 1280x720@30 MJPG, any part of which may be left out.</source>
        <translation>«{1}» no es un formato de cámara: escríbalo como 1280x720@30 MJPG; cualquier parte puede faltar.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} sends no images: is its screen off, or another page in front of it?</source>
        <translation>{1} no envía imágenes: ¿tiene la pantalla apagada u otra página delante?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} has disconnected: is its page still open?</source>
        <translation>{1} se ha desconectado: ¿sigue abierta su página?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} is not connected: open the remote (P) and scan its code with it.</source>
        <translation>{1} no está conectado: abra el mando (P) y escanee su código con él.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No source was given: name a camera, a file, a folder or an address.</source>
        <translation>No se indicó ninguna fuente: nombre una cámara, un archivo, una carpeta o una dirección.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no camera {1}…: its number is too long.</source>
        <translation>No hay ninguna cámara {1}…: su número es demasiado largo.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No telephone was named: write {1} and the name it has in the list.</source>
        <translation>No se nombró ningún teléfono: escriba {1} y el nombre que tiene en la lista.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be read: addresses may begin with {2} only.</source>
        <translation>No se puede leer {1}: las direcciones solo pueden empezar por {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} is not a complete address: it names no host.</source>
        <translation>{1} no es una dirección completa: no nombra ningún host.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file or folder {1}.</source>
        <translation>No existe el archivo o la carpeta {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file {1}: there is no such user.</source>
        <translation>No existe el archivo {1}: no hay tal usuario.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be looked at: {2}.</source>
        <translation>No se puede ver {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} failed unexpectedly ({2}).</source>
        <translation>{1} falló inesperadamente ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} sends the same image again and again: it may hang, or its shutter may be closed. Open the shutter, or unplug it and plug it in again.</source>
        <translation>{1} envía una y otra vez la misma imagen: puede estar bloqueada o con el obturador cerrado. Abra el obturador, o desconéctela y vuelva a conectarla.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has stopped sending images; it is tried again if it stays silent. Check its cable or its network.</source>
        <translation>{1} ha dejado de enviar imágenes; si sigue en silencio se reintentará. Compruebe el cable o la red.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} Trying again.</source>
        <translation>{1} Se sigue intentando.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>There is nothing to see: is the lens covered, its shutter closed, or the light off?</source>
        <translation>No se ve nada: ¿está tapado el objetivo, cerrado el obturador o apagada la luz?</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has ended.</source>
        <translation>{1} ha terminado.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} holds no frame that can be read.</source>
        <translation>El vídeo {1} no contiene ningún fotograma legible.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is a folder, not a video file.</source>
        <translation>{1} es una carpeta, no un archivo de vídeo.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} is empty.</source>
        <translation>El archivo {1} está vacío.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video: it holds {2}.</source>
        <translation>{1} no es un vídeo: contiene {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>There is no file {1}.</source>
        <translation>No existe el archivo {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} may not be read: permission denied.</source>
        <translation>No se puede leer el archivo {1}: permiso denegado.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video, or it is damaged.</source>
        <translation>{1} no es un vídeo o está dañado.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is no video that is read: it is a list of others, or of another format.</source>
        <translation>{1} no es un vídeo que se lea: es una lista de otros o tiene otro formato.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} cannot be opened: {2}.</source>
        <translation>No se puede abrir el vídeo {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it.</source>
        <translation>{1} está ahí pero no se puede abrir: puede que la use otro programa.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} gives {2} instead of {3}.</source>
        <translation>{1} da {2} en vez de {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>There is no camera {1}.</source>
        <translation>No hay ninguna cámara {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{1} está ahí pero no se puede abrir: puede que la use otro programa o que lo impida la configuración de privacidad de Windows.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} may not be opened by you: join the group that owns {2} (video).</source>
        <translation>No tiene permiso para abrir {1}: únase al grupo propietario de {2} (video).</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} opens but delivers no image.</source>
        <translation>{1} se abre pero no entrega ninguna imagen.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} has stopped delivering.</source>
        <translation>{1} ha dejado de entregar.</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} was unplugged.</source>
        <translation>{1} se ha desconectado.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your feet cannot be seen: step back.</source>
        <translation>No se ven sus pies: retroceda.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your head cannot be seen: step back or tilt the camera.</source>
        <translation>No se ve su cabeza: retroceda o incline la cámara.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>You cannot be seen clearly: step out from behind things and into the light.</source>
        <translation>No se le ve con claridad: salga de detrás de los objetos y póngase a la luz.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your arms cannot be seen: let them hang a little away from the body.</source>
        <translation>No se ven sus brazos: déjelos colgar un poco separados del cuerpo.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright.</source>
        <translation>Póngase derecho.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, not bent over.</source>
        <translation>Póngase derecho, sin inclinarse.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Face the camera.</source>
        <translation>Mire a la cámara.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>The camera looks down or up too steeply to calibrate with: place it more level.</source>
        <translation>La cámara mira demasiado hacia abajo o arriba para calibrar: colóquela más nivelada.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, with your legs straight.</source>
        <translation>Póngase derecho, con las piernas estiradas.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Step into view, so that you are seen from head to foot.</source>
        <translation>Entre en la imagen, visible de la cabeza a los pies.</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand still.</source>
        <translation>No se mueva.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} cannot be written: {2}.</source>
        <translation>No se puede escribir {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>No format was named: choose from {1}.</source>
        <translation>No se indicó ningún formato: elija entre {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The session {1} has no frames: there is nothing to export.</source>
        <translation>La grabación {1} no tiene fotogramas: no hay nada que exportar.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} is there already and was not replaced.</source>
        <translation>{1} ya existe y no se ha reemplazado.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>There is no format "{1}": choose from {2}.</source>
        <translation>No existe el formato «{1}»: elija entre {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The format "{1}" needs the package {2}, which is not installed: pip install "posecam[{3}]" brings it.</source>
        <translation>El formato «{1}» necesita el paquete {2}, que no está instalado: pip install "posecam[{3}]" lo instala.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/options.py"/>
        <source>{1} samples a second cannot be written: choose {2} to {3}.</source>
        <translation>No se pueden escribir {1} muestras por segundo: elija de {2} a {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>{1} people were seen: this is person {2}, seen longest.</source>
        <translation>Se vieron {1} personas: esta es la persona {2}, la vista más tiempo.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>Person {1} was never seen in the session {2} (seen: {3}).</source>
        <translation>La persona {1} nunca se vio en la grabación {2} (vistas: {3}).</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>No person was seen in the session {1}: there is no motion to export.</source>
        <translation>No se vio a nadie en la grabación {1}: no hay movimiento que exportar.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The session {1} lasts {2} hours and has {3} frames: at a constant rate it would be {4} samples, nearly all of pauses. Trim it to what matters.</source>
        <translation>La grabación {1} dura {2} horas y tiene {3} fotogramas: a frecuencia constante serían {4} muestras, casi todas de pausas. Recórtela a lo importante.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The 3D poses of the session {1} are empty: there is no motion to export.</source>
        <translation>Las poses 3D de la grabación {1} están vacías: no hay movimiento que exportar.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/overlay_file.py"/>
        <source>The session {1} has no images: its overlay cannot be drawn.</source>
        <translation>La grabación {1} no tiene imágenes: no se puede dibujar sobre ella.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/html_file.py"/>
        <source>The session {1} has no images: a page shows a video.</source>
        <translation>La grabación {1} no tiene imágenes: una página muestra un vídeo.</translation>
    </message>
    <message>
        <location filename="../../posecam/export/c3d_file.py"/>
        <source>The session {1} has {2} frames, and C3D holds {3} at most: TRC holds more.</source>
        <translation>La grabación {1} tiene {2} fotogramas y C3D admite {3} como máximo: TRC admite más.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>Nothing else here runs the network.</source>
        <translation>Nada más aquí ejecuta la red.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>This installation of posecam has no network of the quality {1}: the usual one is used instead.</source>
        <translation>Esta instalación de posecam no tiene ninguna red de calidad {1}: se usa la habitual.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>{1} The fastest engine that works here is used instead.</source>
        <translation>{1} En su lugar se usa el motor más rápido que funciona aquí.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_switch.py"/>
        <source>The engine could not be loaded: {1}.</source>
        <translation>No se pudo cargar el motor: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>The network is loading.</source>
        <translation>La red se está cargando.</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>{1} {2} runs the network instead.</source>
        <translation>{1} {2} ejecuta la red en su lugar.</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>The session {1} has no images that can be read: there is nothing to look at.</source>
        <translation>La grabación {1} no tiene imágenes legibles: no hay nada que procesar.</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>{1} of {2} cannot be written: {3}.</source>
        <translation>No se puede escribir {1} de {2}: {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/cutting.py"/>
        <source>The video {1} cannot be read.</source>
        <translation>No se puede leer el vídeo {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no frame between {2} and {3} s.</source>
        <translation>La grabación {1} no tiene ningún fotograma entre {2} y {3} s.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is already a session "{1}".</source>
        <translation>Ya hay una grabación «{1}».</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>A note has at most {1} characters.</source>
        <translation>Una nota tiene como máximo {1} caracteres.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} is not in the trash any more.</source>
        <translation>{1} ya no está en la papelera.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is a new session "{1}": rename it first.</source>
        <translation>Hay una grabación nueva «{1}»: cámbiele antes el nombre.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no manifest that can be read: repair it first.</source>
        <translation>La grabación {1} no tiene un manifiesto legible: repárela antes.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be brought back: {2}.</source>
        <translation>No se puede recuperar {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be renamed: {2}.</source>
        <translation>No se puede cambiar el nombre de {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The note cannot be kept in {1}: {2}.</source>
        <translation>No se puede guardar la nota en {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be deleted: {2}.</source>
        <translation>No se puede eliminar {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be removed from the trash: {2}.</source>
        <translation>No se puede borrar {1} de la papelera: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/listing.py"/>
        <source>The folder of sessions {1} cannot be read: {2}.</source>
        <translation>No se puede leer la carpeta de grabaciones {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>There is no session folder {1}.</source>
        <translation>No existe la carpeta de grabación {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being recorded: stop that first.</source>
        <translation>La grabación {1} está en curso: deténgala antes.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being worked on already: wait until that is done.</source>
        <translation>Ya se está trabajando en la grabación {1}: espere a que termine.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} cannot be read: {2}.</source>
        <translation>No se puede leer la grabación {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name has 1 to {1} characters and no point at its ends.</source>
        <translation>El nombre de una grabación tiene de 1 a {1} caracteres y ningún punto en los extremos.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name cannot contain {1}.</source>
        <translation>El nombre de una grabación no puede contener {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>The name of takes has at most {1} characters.</source>
        <translation>El nombre de las tomas tiene como máximo {1} caracteres.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>{1} is missing.</source>
        <translation>Falta {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>The last line of {1} was cut off and is left out.</source>
        <translation>La última línea de {1} estaba cortada y se omite.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>{1} is not a session: it holds no {2} and no {3}.</source>
        <translation>{1} no es una grabación: no contiene {2} ni {3}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has other joints than this posecam knows.</source>
        <translation>La grabación {1} tiene otras articulaciones que las que conoce este posecam.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>No frame of the session {1} is between {2} and {3} s: it goes from {4} to {5} s.</source>
        <translation>Ningún fotograma de la grabación {1} está entre {2} y {3} s: va de {4} a {5} s.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The sound is missing or cannot be read: {1}.</source>
        <translation>El sonido falta o no se puede leer: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The recording was not finished: its last moments may be missing.</source>
        <translation>La grabación no se terminó: puede faltar el final.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has no reprocessed result: `posecam reprocess` makes it.</source>
        <translation>La grabación {1} no tiene resultado reprocesado: `posecam reprocess` lo crea.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The disk of {1} does not answer: the end may be missing.</source>
        <translation>El disco de {1} no responde: puede faltar el final.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The sound was not recorded any more: {1}.</source>
        <translation>El sonido dejó de grabarse: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The end of the sound was not recorded: {1}.</source>
        <translation>El final del sonido no se grabó: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder_items.py"/>
        <source>Recording has stopped: {1}. What was recorded until then is kept.</source>
        <translation>La grabación se ha detenido: {1}. Lo grabado hasta entonces se conserva.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/repair.py"/>
        <source>The session {1} cannot be repaired: {2}.</source>
        <translation>No se puede reparar la grabación {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} minutes.</source>
        <translation>El disco se está llenando: quedan {1} MB, suficiente para unos {2} minutos.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free.</source>
        <translation>El disco se está llenando: quedan {1} MB.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} seconds.</source>
        <translation>El disco se está llenando: quedan {1} MB, suficiente para unos {2} segundos.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>Nothing can be recorded into {1}: {2}.</source>
        <translation>No se puede grabar nada en {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>The folder {1} already holds something: record into a new one.</source>
        <translation>La carpeta {1} ya contiene algo: grabe en una nueva.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The folder of recordings {1} cannot be: there is no such user or name.</source>
        <translation>La carpeta de grabaciones {1} no es posible: no existe ese usuario o nombre.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings file could not be understood ({1}), so the defaults are used; it was kept as {2}.</source>
        <translation>No se entendió el archivo de ajustes ({1}), así que se usan los predeterminados; se conservó como {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>{1} The usual folder is used; the settings were kept as {2}.</source>
        <translation>{1} Se usa la carpeta habitual; los ajustes se conservaron como {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings could not be saved to {1}: {2}.</source>
        <translation>No se pudieron guardar los ajustes en {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>These are {1} addresses: {2} at most.</source>
        <translation>Son {1} direcciones: como máximo {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>{1} is there twice: every person needs a port of their own.</source>
        <translation>{1} está dos veces: cada persona necesita un puerto propio.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}…" is no address: it is too long.</source>
        <translation>«{1}…» no es una dirección: es demasiado larga.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as HOST:PORT, without http://.</source>
        <translation>«{1}» no es una dirección: escríbala como HOST:PUERTO, sin http://.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: the port must be a number from 1 to 65535.</source>
        <translation>«{1}» no es una dirección: el puerto debe ser un número de 1 a 65535.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as [IPv6]:PORT.</source>
        <translation>«{1}» no es una dirección: escríbala como [IPv6]:PUERTO.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote cannot be reached: {1}.</source>
        <translation>No se puede acceder al mando: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote failed ({1}).</source>
        <translation>El mando falló ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its certificate cannot be kept: {1}.</source>
        <translation>No se puede guardar su certificado: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its camera cannot be reached: {1}.</source>
        <translation>No se puede acceder a su cámara: {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/streams.py"/>
        <source>A WebSocket is offered at one address: everybody is in it.</source>
        <translation>Un WebSocket se ofrece en una dirección: todas las personas van en él.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent to {1}: {2}.</source>
        <translation>No se puede enviar VMC a {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent: there is no host called "{1}".</source>
        <translation>No se puede enviar VMC: no hay ningún host llamado «{1}».</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>Sending VMC failed ({1}).</source>
        <translation>Falló el envío de VMC ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>No receiver listens at {1} yet.</source>
        <translation>Aún no escucha ningún receptor en {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open at {1} ({2}).</source>
        <translation>No se puede abrir el WebSocket en {1} ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} is in use by another program.</source>
        <translation>No se puede abrir el WebSocket: otro programa usa el puerto {1}.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: this machine is not "{1}".</source>
        <translation>No se puede abrir el WebSocket: este ordenador no es «{1}».</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} may not be used.</source>
        <translation>No se puede abrir el WebSocket: el puerto {1} no se puede usar.</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket failed ({1}).</source>
        <translation>El WebSocket falló ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera needs one more package: pip install 'posecam[virtual-camera]'.</source>
        <translation>La cámara virtual necesita un paquete más: pip install 'posecam[virtual-camera]'.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install v4l2loopback-dkms, then run sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>Aquí no hay ninguna cámara virtual: instale v4l2loopback-dkms y ejecute sudo modprobe v4l2loopback exclusive_caps=1.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio, which brings one.</source>
        <translation>Aquí no hay ninguna cámara virtual: instale OBS Studio, que trae una.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>Aquí no hay ninguna cámara virtual: instale OBS Studio 30 o posterior e inicie una vez su cámara virtual.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera failed ({1}).</source>
        <translation>La cámara virtual falló ({1}).</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The legs are never seen: the files hold a guess.</source>
        <translation>Las piernas no se ven nunca: los archivos contienen una suposición.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The arms are never seen: the files hold a guess.</source>
        <translation>Los brazos no se ven nunca: los archivos contienen una suposición.</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The head is never seen: the files hold a guess.</source>
        <translation>La cabeza no se ve nunca: los archivos contienen una suposición.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is damaged ({2}).</source>
        <translation>No se puede leer {1}: el archivo está dañado ({2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} is no character that can be read: choose a .glb or .vrm file.</source>
        <translation>{1} no es un personaje que se pueda leer: elija un archivo .glb o .vrm.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is cut off.</source>
        <translation>No se puede leer {1}: el archivo está cortado.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is not of glTF version 2.</source>
        <translation>No se puede leer {1}: no es glTF versión 2.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} needs {2}, which is not read: save it without compression.</source>
        <translation>{1} necesita {2}, que no se lee: guárdelo sin compresión.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} keeps its data in other files: save it as one .glb file.</source>
        <translation>{1} guarda sus datos en otros archivos: guárdelo como un solo archivo .glb.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} has {2} MB: characters of up to {3} MB are read.</source>
        <translation>{1} ocupa {2} MB: se leen personajes de hasta {3} MB.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be opened: {2}.</source>
        <translation>No se puede abrir {1}: {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is no glTF or VRM file.</source>
        <translation>No se puede leer {1}: no es un archivo glTF ni VRM.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its bones are not named as Mixamo, Unreal, VRM, Rigify or BVH files name them (looked for: {2}).</source>
        <translation>No se puede mover {1}: sus huesos no se llaman como en Mixamo, Unreal, VRM, Rigify o archivos BVH (se buscó: {2}).</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its VRM humanoid lacks {2}.</source>
        <translation>No se puede mover {1}: a su humanoide VRM le falta {2}.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: it is VRM without a humanoid, which tells its bones.</source>
        <translation>No se puede mover {1}: es VRM sin humanoide, que indica sus huesos.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/primitives.py"/>
        <source>{1} has more than {2} vertices, which is too many to move live: reduce it first.</source>
        <translation>{1} tiene más de {2} vértices, demasiados para moverlos en vivo: redúzcalo antes.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: it is a thing, not a character that bones could move.</source>
        <translation>{1} no tiene piel: es un objeto, no un personaje que los huesos puedan mover.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: there is nothing to show.</source>
        <translation>{1} no tiene piel: no hay nada que mostrar.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} cannot be moved: its hips and head lie in one place at rest.</source>
        <translation>No se puede mover {1}: en reposo sus caderas y su cabeza están en el mismo lugar.</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/textures.py"/>
        <source>A texture is larger than {1} pixels along a side.</source>
        <translation>Una textura tiene más de {1} píxeles por lado.</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>3D figure</source>
        <translation>Figura 3D</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>What the camera sees</source>
        <translation>Lo que ve la cámara</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>If this stays so on an iPhone:</source>
        <translation>Si esto sigue así en un iPhone:</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>load the certificate</source>
        <translation>cargar el certificado</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Then install it and trust it in its Settings.</source>
        <translation>Después instálelo y confíe en él en los Ajustes.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Camera</source>
        <translation>Cámara</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Rotate</source>
        <translation>Girar</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Countdown</source>
        <translation>Cuenta atrás</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Discard, again</source>
        <translation>Descartar, otra vez</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker</source>
        <translation>Marca</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Scan the code on the computer's screen again.</source>
        <translation>Vuelva a escanear el código de la pantalla del ordenador.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many commands: reload the page.</source>
        <translation>Demasiadas órdenes: recargue la página.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are connected.</source>
        <translation>Hay demasiados teléfonos conectados.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected. Trying again…</source>
        <translation>Sin conexión. Se sigue intentando…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Now</source>
        <translation>Ya</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker ({count})</source>
        <translation>Marca ({count})</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Asking for the camera…</source>
        <translation>Pidiendo la cámara…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>This page may not use the camera: allow it in the browser's settings.</source>
        <translation>Esta página no puede usar la cámara: permítalo en los ajustes del navegador.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>There is no camera.</source>
        <translation>No hay ninguna cámara.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another app uses the camera.</source>
        <translation>Otra aplicación usa la cámara.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The camera cannot be opened.</source>
        <translation>No se puede abrir la cámara.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are cameras already.</source>
        <translation>Ya hay demasiados teléfonos como cámara.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The images were refused.</source>
        <translation>Las imágenes se rechazaron.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another page of this telephone is the camera.</source>
        <translation>Otra página de este teléfono es la cámara.</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>End camera</source>
        <translation>Cerrar cámara</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Back camera</source>
        <translation>Cámara trasera</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Front camera</source>
        <translation>Cámara frontal</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected as a camera. Trying again…</source>
        <translation>No conectado como cámara. Se sigue intentando…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{name}: not shown on the computer</source>
        <translation>{name}: no se muestra en el ordenador</translation>
    </message>
</context>
</TS>
