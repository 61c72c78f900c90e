<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Choose a camera above and step back until you are seen from head to foot. Record keeps the video and the motion; Recordings plays, trims and exports them. Press ? for all keys.</source>
        <translation>上でカメラを選び、頭から足まで映る位置まで下がってください。「録画」で映像と動きを保存し、「録画一覧」で再生・トリミング・書き出しができます。? キーですべてのキーを表示します。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>About posecam</source>
        <translation>posecam について</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Live 3D motion capture from one ordinary webcam.&lt;br&gt;Everything runs on this computer; nothing is sent unless you switch it on.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;普通のウェブカメラ 1 台によるライブ 3D モーションキャプチャ。&lt;br&gt;すべてこのコンピューター上で動作し、有効にしない限り何も送信しません。&lt;br&gt;Apache License 2.0</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>What the networks were trained on, how well they do, and where they fail:</source>
        <translation>ネットワークの学習データ、性能、苦手な場面：</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model, {quality}</source>
        <translation>姿勢推定モデル、{quality}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model</source>
        <translation>姿勢推定モデル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Person detector</source>
        <translation>人物検出器</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrating for a height of {height:g} cm: step back until you are seen from head to foot.</source>
        <translation>身長 {height:g} cm でキャリブレーションします。頭から足まで映る位置まで下がってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrate</source>
        <translation>キャリブレーション</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>any size</source>
        <translation>任意のサイズ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>{fps:g} fps</source>
        <translation>{fps:g} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Format ▾</source>
        <translation>形式 ▾</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Camera format</source>
        <translation>カメラの形式</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Size, rate and format of the camera's video</source>
        <translation>カメラ映像のサイズ、レート、形式</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>asked for: {format}</source>
        <translation>要求：{format}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>delivered: {format}, {fps:.0f} fps</source>
        <translation>実際：{format}、{fps:.0f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/engine_control.py"/>
        <source>Try again</source>
        <translation>再試行</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Stand upright, facing the camera, seen from head to foot.</source>
        <translation>カメラに向かってまっすぐ立ち、頭から足まで映るようにしてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Good. Stand still…</source>
        <translation>そのまま動かないでください…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>level</source>
        <translation>水平</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Calibrated: your proportions are measured; the camera is {level} and about {height:.1f} m above the floor.</source>
        <translation>キャリブレーション完了：体の比率を測定しました。カメラは{level}で、床から約 {height:.1f} m の高さです。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° down</source>
        <translation>下向き {angle:.0f}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° up</source>
        <translation>上向き {angle:.0f}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>All well</source>
        <translation>正常</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No network</source>
        <translation>ネットワークなし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No video</source>
        <translation>映像なし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Waiting for video</source>
        <translation>映像を待っています</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Network loading</source>
        <translation>ネットワーク読み込み中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{seen:.0f} of {all:.0f} frames a second</source>
        <translation>毎秒 {all:.0f} フレーム中 {seen:.0f}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{ms:.0f} ms late</source>
        <translation>{ms:.0f} ms の遅れ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Call off a calibration, countdown, stage view</source>
        <translation>キャリブレーション、カウントダウン、ステージ表示をやめる</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Recordings</source>
        <translation>録画一覧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Figure</source>
        <translation>3D モデル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Looking for cameras…</source>
        <translation>カメラを探しています…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>The video has ended.</source>
        <translation>動画が終わりました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Play again</source>
        <translation>もう一度再生</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Try now</source>
        <translation>今すぐ試す</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Other source…</source>
        <translation>別のソース…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Show the demo</source>
        <translation>デモを表示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>DEMO</source>
        <translation>デモ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No camera was found: this is the demo clip</source>
        <translation>カメラが見つからないため、デモ映像を表示しています</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Loading the pose model…</source>
        <translation>姿勢推定モデルを読み込み中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No poses: the pose model is not running</source>
        <translation>姿勢なし：姿勢推定モデルが動作していません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No person detected. Step back until your hips are in view</source>
        <translation>人物が検出されません。腰が映る位置まで下がってください</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Video frozen</source>
        <translation>映像が停止しています</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Camera disconnected</source>
        <translation>カメラが切断されました</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Can't open this source</source>
        <translation>このソースを開けません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>This is the demo clip, not your camera</source>
        <translation>これはデモ映像で、お使いのカメラではありません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it.</source>
        <translation>{name} を開けません：他のプログラムが使用している可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{name} を開けません：他のプログラムが使用しているか、Windows のプライバシー設定で禁止されている可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>A microphone</source>
        <comment>is not plugged in</comment>
        <translation>マイク</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} is not plugged in.</source>
        <translation>{name} は接続されていません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} was unplugged.</source>
        <translation>{name} が取り外されました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives silence alone: it was unplugged or switched off.</source>
        <translation>{name} が無音です：取り外されたか、電源が切れています。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>There is no sound: a library of the system is missing ({why}).</source>
        <translation>音声を使えません：システムのライブラリがありません（{why}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives {rate:.0f} samples a second, not as many as it says: the sound is made to fit.</source>
        <translation>{name} のサンプル数が表示と異なります（毎秒 {rate:.0f}）。音声を合わせて補正します。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives no sound: it may be used by another program.</source>
        <translation>{name} から音が来ません：他のプログラムが使用している可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone_control.py"/>
        <source>macOS keeps the microphone from posecam: switch it on under System Settings &gt; Privacy &amp; Security &gt; Microphone.</source>
        <translation>macOS がマイクの使用を許可していません。「システム設定」&gt;「プライバシーとセキュリティ」&gt;「マイク」で posecam を許可してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>None</source>
        <comment>no angle</comment>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Angles</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles and repetitions (A; Shift+A chooses)</source>
        <translation>関節角度と反復回数を表示（A、Shift+A で選択）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Count repetitions of</source>
        <translation>反復を数える角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles</source>
        <translation>関節角度を表示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Choose angles</source>
        <translation>角度を選択</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Reset repetitions</source>
        <translation>反復回数をリセット</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Repetitions</source>
        <translation>反復回数</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_strip.py"/>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended at its set length.</source>
        <translation>設定した長さで終了しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended because the person had left.</source>
        <translation>人物がいなくなったため終了しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recorded {clock} to {folder}: {frames} frames, {poses} with poses.</source>
        <translation>{clock} を {folder} に録画しました：{frames} フレーム、姿勢あり {poses}。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>%n frames could not be written in time.</source>
        <translation>
            <numerusform>%n フレームを時間内に書き込めませんでした。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>The camera was disconnected %n times: {s:.1f} s have no video.</source>
        <translation>
            <numerusform>カメラが %n 回切断され、{s:.1f} 秒間の映像がありません。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It was disconnected for the last {s:.0f} s, which are not in the recording.</source>
        <translation>最後の {s:.0f} 秒間は切断されていたため、録画に含まれません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recording</source>
        <translation>録画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What has been recorded is kept.</source>
        <translation>これまでの録画は保存されます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Stop and change</source>
        <translation>停止して変更</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Keep recording</source>
        <translation>録画を続ける</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Sound is recorded with it.</source>
        <translation>音声も録音されます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What was recorded until then is kept.</source>
        <translation>それまでの録画は保存されています。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>No program here opens folders; the recording is in {folder}.</source>
        <translation>フォルダーを開くプログラムがありません。録画は {folder} にあります。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open recording</source>
        <translation>録画を開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Each recording is a folder of its own, named by date and time.</source>
        <translation>録画ごとに、日時を名前にしたフォルダーが作られます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Takes are numbered: "{name} 01", "{name} 02"…</source>
        <translation>番号が付きます：「{name} 01」、「{name} 02」…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings folder</source>
        <translation>録画フォルダー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>{variable} in the environment goes before this</source>
        <translation>環境変数 {variable} が優先されます</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Choose…</source>
        <translation>選択…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name of takes</source>
        <translation>録画の名前</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>by date and time</source>
        <translation>日時</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings go to</source>
        <translation>保存先</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown</source>
        <translation>カウントダウン</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sounds</source>
        <translation>音</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags of takes</source>
        <translation>録画のタグ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>such as: left knee, after</source>
        <translation>例：左膝, 術後</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Words that the next takes are found by, with commas between</source>
        <translation>次の録画を探すための言葉（カンマ区切り）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Seconds from the key to the first frame that is recorded</source>
        <translation>キーを押してから録画の最初のフレームまでの秒数</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>0: until stopped</source>
        <translation>0：停止するまで</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>End when the person leaves</source>
        <translation>人物がいなくなったら終了</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Start when both arms are raised for a second</source>
        <translation>両腕を 1 秒上げたら開始</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Volume of sounds</source>
        <translation>音量</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown, start, stop, markers and repetitions; 0 is silent</source>
        <translation>カウントダウン、開始、停止、マーカー、反復の音。0 で無音</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sound for every repetition</source>
        <translation>反復ごとに音を鳴らす</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Of the angle whose repetitions are counted (Shift+A)</source>
        <translation>反復を数えている角度（Shift+A）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Where recordings go</source>
        <translation>録画の保存先</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} and %n others were not finished or are damaged.</source>
        <translation>
            <numerusform>録画 {name} と他 %n 件が、未完了または破損しています。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} is damaged.</source>
        <translation>録画 {name} は破損しています。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} was not finished.</source>
        <translation>録画 {name} は完了していません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>What was written can be repaired.</source>
        <translation>書き込まれた分は修復できます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>Review</source>
        <translation>確認</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network: it starts and stops takes, sets markers and shows angles. The code is good once; the next telephone scans the next one. Until you switch the remote off, nothing but this computer and those telephones takes part; what they say to each other is not encrypted.</source>
        <translation>同じネットワークの電話でこのコードを読み取ると、録画の開始と停止、マーカー、角度の表示ができます。コードは一度だけ有効で、次の電話は次のコードを読み取ります。リモコンをオフにするまで、通信するのはこのコンピューターとその電話だけです。通信は暗号化されません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network, then touch Camera on it. Its browser warns first that the connection is not private, since no one vouches for your computer: choose Advanced and Proceed, on an iPhone Show Details and visit this website. The images go encrypted to this computer and nowhere else. The code is good once.</source>
        <translation>同じネットワークの電話でこのコードを読み取り、「カメラ」をタップしてください。このコンピューターを保証する機関がないため、ブラウザーは最初に接続がプライベートではないと警告します。「詳細設定」から続行してください（iPhone では「詳細を表示」からこの Web サイトを閲覧）。画像は暗号化されてこのコンピューターにだけ送られます。コードは一度だけ有効です。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones</source>
        <translation>
            <numerusform>電話 %n 台</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones connected</source>
        <translation>
            <numerusform>電話 %n 台が接続中</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Code to scan</source>
        <translation>読み取り用コード</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>A telephone as remote</source>
        <translation>電話をリモコンにする</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote</source>
        <translation>リモコン</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote and camera</source>
        <translation>リモコンとカメラ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Switch off</source>
        <translation>オフにする</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>remote: {phones}</source>
        <translation>リモコン：{phones}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>This computer is in no network: telephones cannot reach it.</source>
        <translation>このコンピューターはネットワークにつながっていないため、電話から接続できません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>No telephones connected</source>
        <translation>接続中の電話はありません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>no telephones</source>
        <translation>電話なし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_control.py"/>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: {engine} on {device}</source>
        <translation>実行中：{engine}（{device}）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: the {network} network, {engine} on {device}</source>
        <translation>実行中：ネットワーク「{network}」、{engine}（{device}）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Pages</source>
        <translation>ページ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Defaults</source>
        <translation>既定値</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Engine</source>
        <translation>エンジン</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Other programs</source>
        <translation>外部連携</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Sound</source>
        <translation>音声</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Window</source>
        <translation>画面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent</source>
        <translation>{state}：{sent} 姿勢を送信</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>running</source>
        <translation>動作中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>starting</source>
        <translation>開始中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent, {viewers} connected</source>
        <translation>{state}：{sent} 姿勢を送信、{viewers} 接続</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Your height</source>
        <translation>身長</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>The 3D figure's size is scaled to this height</source>
        <translation>3D モデルの大きさをこの身長に合わせます</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Field of view</source>
        <translation>視野角</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Of the camera, across the image; most webcams have 55–80°</source>
        <translation>カメラの水平方向の視野角。多くのウェブカメラは 55～80°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Smoothness</source>
        <translation>なめらかさ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Follow</source>
        <translation>追跡人数</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Several people cost speed; the main person comes first</source>
        <translation>複数人では速度が落ちます。主対象者を優先します</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibrate…</source>
        <translation>キャリブレーション…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Forget</source>
        <translation>消去</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Go back to assumed proportions and a level camera</source>
        <translation>仮定の比率と水平なカメラに戻す</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibration</source>
        <translation>キャリブレーション</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the largest that keeps up here</source>
        <translation>自動：ここで間に合う最大のもの</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>A larger network is more exact and takes longer a frame</source>
        <translation>大きなネットワークほど正確ですが、1 フレームに時間がかかります</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the fastest here</source>
        <translation>自動：ここで最速のもの</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Send VMC, for VTuber programs, Unity and Blender</source>
        <translation>VMC を送信（VTuber ソフト、Unity、Blender 用）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Offer poses as JSON over a WebSocket</source>
        <translation>姿勢を JSON で WebSocket に提供</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>to</source>
        <comment>an address</comment>
        <translation>宛先</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>at</source>
        <comment>an address</comment>
        <translation>アドレス</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Responsive</source>
        <translation>素早い</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>smooth</source>
        <translation>なめらか</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>up to %n people</source>
        <translation>
            <numerusform>%n 人まで</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>measured with {source}</source>
        <translation>{source} で測定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>not yet: three seconds</source>
        <translation>未実施：3 秒で完了</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Again…</source>
        <translation>再実行…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>fastest</source>
        <translation>最速</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{switch}: address</source>
        <translation>{switch}：アドレス</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>127.0.0.1 is this computer: nothing leaves it unless you enter another address.</source>
        <translation>127.0.0.1 はこのコンピューターです。別のアドレスを入力しない限り、外には送信されません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Microphone</source>
        <translation>マイク</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Recorded beside the video, in step with it</source>
        <translation>映像と同期して録音します</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level of the microphone</source>
        <translation>マイクのレベル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Start and stop by a clap</source>
        <translation>手をたたいて開始・停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>One clap of your hands, with quiet before and after it</source>
        <translation>手を 1 回たたく（前後は静かに）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level</source>
        <comment>of the sound</comment>
        <translation>レベル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>While a microphone is chosen it is listened to. Nothing is kept but in recordings, and nothing leaves this computer.</source>
        <translation>マイクを選んでいる間は音を聞き取ります。保存されるのは録画だけで、このコンピューターの外には送られません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Off</source>
        <comment>the microphone</comment>
        <translation>オフ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>As the system chooses</source>
        <translation>システムの選択に従う</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Source</source>
        <translation>ソース</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Video source</source>
        <translation>映像ソース</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again (F5)</source>
        <translation>カメラを再検索（F5）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again</source>
        <translation>カメラを再検索</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video</source>
        <translation>動画を開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address</source>
        <translation>アドレスを開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Address of a network camera, for example rtsp://192.168.1.20/stream</source>
        <translation>ネットワークカメラのアドレス（例：rtsp://192.168.1.20/stream）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Demo clip</source>
        <translation>デモ映像</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video file…</source>
        <translation>動画ファイルを開く…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address…</source>
        <translation>アドレスを開く…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Videos</source>
        <translation>動画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>No camera found</source>
        <translation>カメラが見つかりません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open {source}?</source>
        <translation>録画を停止して {source} を開きますか？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open the source again?</source>
        <translation>録画を停止してソースを開き直しますか？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} offers its camera.</source>
        <translation>{name} のカメラを使えます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and change the camera's format?</source>
        <translation>録画を停止してカメラの形式を変えますか？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Look for cameras</source>
        <translation>カメラを探す</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Open a video</source>
        <translation>動画を開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} was plugged in.</source>
        <translation>{name} が接続されました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Show it</source>
        <translation>表示する</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record, stop (R)</source>
        <translation>録画、停止（R）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show what was a while ago, to watch yourself (D)</source>
        <translation>少し前の映像を表示して自分の動きを見る（D）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show every repetition that is counted once again (L)</source>
        <translation>数えた反復をもう一度見せる（L）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave the stage view (F11, Esc)</source>
        <translation>ステージ表示を終了（F11、Esc）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record</source>
        <translation>録画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Replay repetitions</source>
        <translation>反復をリプレイ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave</source>
        <translation>戻る</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Stage view: read from far away</source>
        <translation>ステージ表示：離れて読める大きさ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: delay</source>
        <translation>ステージ表示：遅延</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: replay repetitions</source>
        <translation>ステージ表示：反復をリプレイ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Delay {seconds} s</source>
        <translation>遅延 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>No delay</source>
        <translation>遅延なし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>latency {figures}</source>
        <translation>レイテンシ {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second that the source delivers, measured</source>
        <translation>ソースが送る毎秒フレーム数（実測）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second with a pose, measured</source>
        <translation>姿勢が得られた毎秒フレーム数（実測）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames of this source that the network never saw because it was busy.
A skipped frame costs smoothness, not delay.</source>
        <translation>ネットワークが処理中で見られなかったフレーム数。
欠落はなめらかさを損ないますが、遅れは生じません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Health: {state}</source>
        <translation>状態：{state}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Keep current engine</source>
        <translation>今のエンジンを使い続ける</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>camera {rate:.1f} fps</source>
        <translation>カメラ {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network {rate:.1f} fps</source>
        <translation>ネットワーク {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>From a frame's arrival until it is on the screen.
From a frame's arrival to its pose: {figures}</source>
        <translation>フレームの到着から画面表示まで。
フレームの到着から姿勢まで：{figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>dropped {count}</source>
        <translation>欠落 {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network loading…</source>
        <translation>ネットワーク読み込み中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>no network</source>
        <translation>ネットワークなし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>loading another engine…</source>
        <translation>別のエンジンを読み込み中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>preparing another engine {share:.0f} %</source>
        <translation>別のエンジンを準備中 {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} on</source>
        <translation>{name} オン</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} failed</source>
        <translation>{name} 失敗</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{sent} sent</source>
        <translation>{sent} 送信</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>%n viewers</source>
        <translation>
            <numerusform>視聴者 %n</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Marker {number}</source>
        <translation>マーカー {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Set a marker while recording</source>
        <translation>録画中にマーカーを付ける</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Discard this take and record again</source>
        <translation>この録画を破棄して撮り直す</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} was discarded: it is in the trash.</source>
        <translation>{name} を破棄しました（ゴミ箱にあります）。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} is back.</source>
        <translation>{name} を元に戻しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Until stopped</source>
        <translation>停止するまで</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>None</source>
        <comment>no countdown</comment>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Name, tags, volume…</source>
        <translation>名前、タグ、音量…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown {seconds} s, length: {length}</source>
        <translation>カウントダウン {seconds} 秒、長さ：{length}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown and length of takes</source>
        <translation>録画のカウントダウンと長さ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>A telephone as remote…</source>
        <translation>電話をリモコンにする…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Start when both arms are raised</source>
        <translation>両腕を上げたら開始</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Mirror</source>
        <translation>鏡像</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Flip the video and the 3D view as in a mirror (M). Recordings are never mirrored.</source>
        <translation>映像と 3D 表示を鏡のように左右反転（M）。録画は反転されません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record the video and the poses (R)</source>
        <translation>映像と姿勢を録画（R）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Countdown and length of takes, name, sounds (T)</source>
        <translation>カウントダウン、長さ、名前、音（T）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Height, field of view, engine, other programs, folder (Ctrl+,)</source>
        <translation>身長、視野角、エンジン、他のプログラム、フォルダー（Ctrl+,）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Play, compare, trim and export what was recorded (Ctrl+R)</source>
        <translation>録画の再生、比較、トリミング、書き出し（Ctrl+R）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop recording</source>
        <translation>録画を停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>In {seconds} s</source>
        <translation>あと {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop {clock}</source>
        <translation>停止 {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record, stop</source>
        <translation>録画、停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop the countdown</source>
        <translation>カウントダウンを中止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>{button} · no video</source>
        <translation>{button} · 映像なし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>The camera sends nothing: recording goes on when it is back (R stops)</source>
        <translation>カメラから映像が来ません。戻り次第録画を続けます（R で停止）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>DELAY</source>
        <translation>遅延</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>You see what was {seconds} s ago</source>
        <translation>{seconds} 秒前の映像です</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>REPLAY</source>
        <translation>リプレイ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Your last repetition</source>
        <translation>直前の反復</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Begins in {seconds:.0f} s</source>
        <translation>{seconds:.0f} 秒後に始まります</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>As the system</source>
        <translation>システムに従う</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>From the next start of posecam on</source>
        <translation>次回の posecam 起動時から</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Low</source>
        <translation>最小</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>High</source>
        <translation>最大</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range</source>
        <translation>可動域</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Reps</source>
        <translation>回数</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Fastest</source>
        <translation>最速</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Switch angles on to plot them</source>
        <translation>オンにした角度をグラフに表示します</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>In the frame shown</source>
        <translation>表示中のフレーム</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Lowest in the chosen range</source>
        <translation>選択範囲の最小値</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest in the chosen range</source>
        <translation>選択範囲の最大値</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range of motion: highest less lowest</source>
        <translation>可動域：最大値と最小値の差</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Repetitions: from under {low:.0%} of the range to over {high:.0%} and back</source>
        <translation>反復：可動域の {low:.0%} 未満から {high:.0%} を超えて戻るまで</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest rate of change</source>
        <translation>変化の最高速度</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>{clock}, %n frames, a person in {seen}</source>
        <translation>
            <numerusform>{clock}、%n フレーム、人物あり {seen}</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Tags: {tags}</source>
        <translation>タグ：{tags}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Markers: {count}</source>
        <translation>マーカー：{count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Shown: the {result}, {count} frames with poses.</source>
        <translation>表示：{result}、姿勢あり {count} フレーム。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Camera disconnected %n times, {s:.1f} s in all.</source>
        <translation>
            <numerusform>カメラ切断 %n 回、計 {s:.1f} 秒。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>another recording</source>
        <translation>別の録画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Cut out of {name}.</source>
        <translation>{name} から切り出し。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>The name of the recording and of its folder (F2)</source>
        <translation>録画とそのフォルダーの名前（F2）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>What to remember about this recording</source>
        <translation>この録画について覚えておくこと</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source> trimmed</source>
        <comment>ending of a name</comment>
        <translation> トリミング</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Trimming to {name}…</source>
        <translation>{name} にトリミング中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is in the trash.</source>
        <translation>{name} をゴミ箱に入れました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repairing {name}…</source>
        <translation>{name} を修復中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>There is nothing to undo.</source>
        <translation>元に戻す操作はありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Undone: {step}</source>
        <translation>元に戻しました：{step}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{new} holds {s:.2f} s of {old}.</source>
        <translation>{new} は {old} の {s:.2f} 秒分です。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{old} is now {new}.</source>
        <translation>{old} を {new} に変更しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repair</source>
        <translation>修復</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is repaired.</source>
        <translation>{name} を修復しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>What was written can be kept.</source>
        <translation>書き込まれた分は残せます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Can't open this recording</source>
        <translation>この録画を開けません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recording is open</source>
        <translation>録画が開かれていません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recordings yet</source>
        <translation>まだ録画がありません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Choose one on the left, or drop one here.</source>
        <translation>左から選ぶか、ここにドロップしてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Record makes one in the live window; one from elsewhere can be opened.</source>
        <translation>ライブウィンドウの「録画」で作成できます。他の場所の録画も開けます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Show folder</source>
        <translation>フォルダーを表示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open another…</source>
        <translation>別の録画を開く…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export {name}</source>
        <translation>{name} を書き出し</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Show files</source>
        <translation>ファイルを表示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of BVH, glTF, USD, C3D, TRC and MOT</source>
        <translation>BVH、glTF、USD、C3D、TRC、MOT 用</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Markers of C3D, TRC</source>
        <translation>C3D、TRC のマーカー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Skeleton and markers</source>
        <translation>骨格とマーカー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Joints</source>
        <translation>関節</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of formats that hold one person; the others hold everybody</source>
        <translation>1 人分の形式が対象です。他の形式は全員を含みます</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Poses</source>
        <translation>姿勢</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into the folder</source>
        <translation>保存先フォルダー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Replace files that are there already</source>
        <translation>既存のファイルを置き換える</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into</source>
        <translation>保存先</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}</source>
        <translation>人物 {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export into</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{number} of {all}: {format}…</source>
        <translation>{number} / {all}：{format}…</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files are in {folder}, of the {result}.</source>
        <translation>
            <numerusform>%n 個のファイルを {folder} に書き出しました（{result}）。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Bone names</source>
        <translation>ボーン名</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Rest pose</source>
        <translation>基準姿勢</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Unit of BVH and USD</source>
        <translation>BVH と USD の単位</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Frame rate</source>
        <translation>フレームレート</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{rate} a second</source>
        <translation>毎秒 {rate}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Only the range, {first:.2f} to {last:.2f} s</source>
        <translation>範囲のみ（{first:.2f}～{last:.2f} 秒）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}, seen for {clock}</source>
        <translation>人物 {number}（{clock} 検出）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Main person</source>
        <translation>主対象者</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files were written before.</source>
        <translation>
            <numerusform>%n 個のファイルは書き込み済みです。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>The file being written is finished first…</source>
        <translation>書き込み中のファイルを先に完了します…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>As recorded</source>
        <translation>録画のまま</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>BVH: Blender, Unity, Unreal</source>
        <translation>BVH：Blender、Unity、Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>glTF: an animated skeleton</source>
        <translation>glTF：骨格アニメーション</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>USD: Maya, Houdini, Unreal</source>
        <translation>USD：Maya、Houdini、Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>C3D: biomechanics</source>
        <translation>C3D：バイオメカニクス</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>TRC: markers for OpenSim</source>
        <translation>TRC：OpenSim 用マーカー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MOT: joint angles for OpenSim</source>
        <translation>MOT：OpenSim 用関節角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>CSV: spreadsheets</source>
        <translation>CSV：表計算</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>JSON: programs</source>
        <translation>JSON：プログラム</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>NPZ: NumPy</source>
        <translation>NPZ：NumPy</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Tidy CSV: R, pandas</source>
        <translation>整然 CSV：R、pandas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Angles and speeds as CSV</source>
        <translation>角度と速度の CSV</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video with skeleton and 3D figure</source>
        <translation>骨格と 3D モデル付き動画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A page to share: video, 3D figure, angles</source>
        <translation>共有ページ：動画、3D、角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Animation</source>
        <translation>アニメーション</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Biomechanics</source>
        <translation>バイオメカニクス</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MPII, 16 joints</source>
        <translation>MPII、16 関節</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Human3.6M, 17 joints</source>
        <translation>Human3.6M、17 関節</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Plain</source>
        <translation>標準</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Unreal mannequin</source>
        <translation>Unreal マネキン</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>VRM humanoid</source>
        <translation>VRM ヒューマノイド</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>T: arms sideways</source>
        <translation>T：腕を水平に</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A: arms 45° below</source>
        <translation>A：腕を 45° 下に</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Standing: arms hanging</source>
        <translation>直立：腕を下ろす</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Centimetres</source>
        <translation>センチメートル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Metres</source>
        <translation>メートル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Millimetres</source>
        <translation>ミリメートル</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>As here</source>
        <translation>この表示と同じ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A skeleton that moves, for characters.</source>
        <translation>キャラクター用の動く骨格。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Points and angles in laboratory units.</source>
        <translation>実験室の単位による点と角度。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Every keypoint of every frame, for your own evaluation.</source>
        <translation>独自の解析用に、全フレームの全キーポイント。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>To look at and to show, with the skeleton drawn in.</source>
        <translation>見る・見せるための、骨格を描いた映像。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Which poses are shown: live or reprocessed</source>
        <translation>表示する姿勢：ライブまたは再処理</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Person whose figure and angles are shown; or click on one</source>
        <translation>3D モデルと角度を表示する人物。クリックでも選べます</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Compare with</source>
        <translation>比較対象</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Another recording as a faint second figure, started together</source>
        <translation>別の録画を薄い 2 体目として同時に再生</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Offset</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source> s offset</source>
        <translation> 秒ずらす</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Time offset of the other recording against the start of the range</source>
        <translation>範囲の先頭に対する、別の録画の時間のずれ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording from another folder (Ctrl+O)</source>
        <translation>別のフォルダーの録画を開く（Ctrl+O）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Reprocess</source>
        <translation>再処理</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Re-run the network on every frame, zero-lag smoothing; the live result is kept</source>
        <translation>全フレームでネットワークを再実行し、遅れなしで平滑化。ライブの結果は残ります</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save plot…</source>
        <translation>グラフを保存…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot as an image or a table (Ctrl+P)</source>
        <translation>グラフを画像または表として保存（Ctrl+P）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Export…</source>
        <translation>書き出し…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>To files for other programs (Ctrl+E)</source>
        <translation>他のプログラム用のファイルに書き出し（Ctrl+E）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Move to the trash (Del); can be undone (Ctrl+Z)</source>
        <translation>ゴミ箱に移動（Del）。元に戻せます（Ctrl+Z）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot</source>
        <translation>グラフを保存</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording</source>
        <translation>録画を開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Nothing</source>
        <comment>to compare with</comment>
        <translation>なし</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>The {result}</source>
        <translation>{result}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recording now</source>
        <translation>録画中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Cannot be opened</source>
        <translation>開けません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Not finished</source>
        <translation>未完了</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recordings, the newest first</source>
        <translation>録画（新しい順）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>in {folder}</source>
        <translation>{folder} 内</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Compare with this</source>
        <translation>これと比較</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Rename…</source>
        <translation>名前を変更…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Take off the list</source>
        <translation>一覧から外す</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Play, pause</source>
        <translation>再生、一時停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next frame</source>
        <translation>次のフレーム</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous frame</source>
        <translation>前のフレーム</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Forward one second</source>
        <translation>1 秒進む</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Back one second</source>
        <translation>1 秒戻る</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>First frame</source>
        <translation>最初のフレーム</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Last frame</source>
        <translation>最後のフレーム</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next marker</source>
        <translation>次のマーカー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous marker</source>
        <translation>前のマーカー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Faster</source>
        <translation>速く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Slower</source>
        <translation>遅く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Start of range</source>
        <translation>範囲の開始</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>End of range</source>
        <translation>範囲の終了</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Select all</source>
        <translation>すべて選択</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>No image for this frame</source>
        <translation>このフレームの画像はありません</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Angles over time</source>
        <translation>角度の時間変化</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Click to go there; turn the wheel to zoom, double-click to see all</source>
        <translation>クリックでその時点へ移動、ホイールで拡大、ダブルクリックで全体表示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>posecam: joint angles</source>
        <translation>posecam：関節角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>the image could not be written</source>
        <translation>画像を書き込めませんでした</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>{path} cannot be written: {why}.</source>
        <translation>{path} に書き込めません：{why}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Dashed: {name}</source>
        <translation>破線：{name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>no reason given</source>
        <translation>理由は不明</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is reprocessed: all {frames} frames have poses, live it was {live}.</source>
        <translation>{name} を再処理しました：全 {frames} フレームに姿勢あり（ライブでは {live}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{missing} of {all} frames were skipped while recording and have no pose.</source>
        <translation>{all} フレーム中 {missing} フレームは録画時に飛ばされ、姿勢がありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: loading the pose model…</source>
        <translation>{name} を再処理中：姿勢推定モデルを読み込み中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Compare with the live result</source>
        <translation>ライブの結果と比較</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: one at a time.</source>
        <translation>{name} を再処理中です。1 件ずつ行ってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: cancel that, or wait.</source>
        <translation>{name} を再処理中です。キャンセルするかお待ちください。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: smoothing…</source>
        <translation>{name} を再処理中：平滑化…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: frame {done} of {all}</source>
        <translation>{name} を再処理中：フレーム {done} / {all}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} stays as it was.</source>
        <translation>{name} は元のままです。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Drawing</source>
        <translation>図</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>{file} should end in .png, .svg or .csv.</source>
        <translation>{file} の拡張子は .png、.svg、.csv のいずれかにしてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash…</source>
        <translation>ゴミ箱…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Bring back what was deleted, or remove it for good (Ctrl+Del)</source>
        <translation>削除した録画を元に戻す、または完全に削除（Ctrl+Del）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/take.py"/>
        <source>The recording {folder} has no frames: nothing to look at.</source>
        <translation>録画 {folder} にはフレームがなく、表示するものがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Bars: joint confidence. Hatched: camera disconnected. Flags: markers. Drag to move through time, drag the handles to choose a range (I, O).</source>
        <translation>棒：関節の信頼度。斜線：カメラ切断。旗：マーカー。ドラッグで時間を移動、つまみのドラッグで範囲を選択（I、O）。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>First frame (Home)</source>
        <translation>最初のフレーム（Home）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Previous frame (←)</source>
        <translation>前のフレーム（←）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play (Space)</source>
        <translation>再生（Space）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Next frame (→)</source>
        <translation>次のフレーム（→）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Last frame (End)</source>
        <translation>最後のフレーム（End）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed (↑ faster, ↓ slower)</source>
        <translation>速度（↑ 速く、↓ 遅く）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop</source>
        <translation>ループ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the chosen range again and again (L)</source>
        <translation>選択範囲を繰り返し再生（L）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the sound, at the speed of life (V)</source>
        <translation>通常の速度で音声を再生（V）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim</source>
        <translation>トリミング</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Make a new recording of the chosen range; this one stays (T)</source>
        <translation>選択範囲から新しい録画を作成。元の録画は残ります（T）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Sound on, off</source>
        <translation>音声のオン・オフ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop the range</source>
        <translation>範囲をループ</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim to the range</source>
        <translation>範囲にトリミング</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>frame {number}</source>
        <translation>フレーム {number}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>%n recordings, {size}</source>
        <translation>
            <numerusform>録画 %n 件、{size}</numerusform>
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
        <translation>削除した録画（新しい順）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Reading the trash…</source>
        <translation>ゴミ箱を読み込み中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash</source>
        <translation>ゴミ箱を空にする</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Remove {size}, for good?</source>
        <translation>{size} を完全に削除しますか？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>This cannot be undone.</source>
        <translation>この操作は元に戻せません。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Emptying the trash…</source>
        <translation>ゴミ箱を空にしています…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Restore</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash…</source>
        <translation>ゴミ箱を空にする…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>deleted {when}</source>
        <translation>{when} に削除</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{amount}. Each can be brought back until the trash is emptied.</source>
        <translation>{amount}。ゴミ箱を空にするまで、元に戻せます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>The trash is empty.</source>
        <translation>ゴミ箱は空です。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>from {folder}</source>
        <translation>元の場所：{folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Refresh the list</source>
        <translation>一覧を更新</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Saved {path}.</source>
        <translation>{path} を保存しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>{name} angles.png</source>
        <translation>{name} 角度.png</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/work.py"/>
        <source>Something unexpected happened: {error}.</source>
        <translation>予期しない問題が起きました：{error}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast</source>
        <translation>高速</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast: for weak computers</source>
        <translation>高速：性能の低いコンピューター向け</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced</source>
        <translation>標準</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced: for most computers</source>
        <translation>標準：多くのコンピューター向け</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best</source>
        <translation>最高</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best: for fast computers</source>
        <translation>最高：高速なコンピューター向け</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>This sheet</source>
        <translation>この一覧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/notice_bar.py"/>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
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
        <translation>3D 表示には OpenGL 2.1 が必要ですが、この画面またはドライバーは対応していません。
他の機能はすべて使え、録画には 3D の関節も含まれます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Measured</source>
        <translation>測定値</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set by you</source>
        <translation>設定値</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Assumed</source>
        <translation>仮定値</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set</source>
        <translation>設定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>measured</source>
        <translation>測定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>estimated</source>
        <translation>推定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>assumed</source>
        <translation>仮定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front</source>
        <translation>正面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side</source>
        <translation>側面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top</source>
        <translation>上面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front view</source>
        <translation>正面から見る</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side view</source>
        <translation>横から見る</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top view</source>
        <translation>上から見る</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>field of view {angle:g}°</source>
        <translation>視野角 {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}.</source>
        <translation>{origin}：{parts}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{cm:g} cm</source>
        <translation>{cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>height {cm:g} cm</source>
        <translation>身長 {cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>view {angle:g}°</source>
        <translation>視野角 {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}.</source>
        <translation>傾き：{level}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>pose</source>
        <translation>姿勢</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>proportions</source>
        <translation>比率</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate</source>
        <translation>自動回転</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Rotate the view slowly around the figure (Space)</source>
        <translation>3D モデルの周りをゆっくり回る（Space）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Sticks</source>
        <translation>スティック</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Draw bones and joints instead of a body (B)</source>
        <translation>体の代わりにボーンと関節を描く（B）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Stand upright for three seconds: measures your proportions and the camera's tilt (C)</source>
        <translation>3 秒間まっすぐ立つと、体の比率とカメラの傾きを測定します（C）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}</source>
        <translation>傾き：{level}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate the 3D view</source>
        <translation>3D 表示を自動回転</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Opens the settings of the figure</source>
        <translation>3D モデルの設定を開く</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}. Opens the settings of the figure.</source>
        <translation>{origin}：{parts}。3D モデルの設定を開きます。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the front</source>
        <translation>3D を正面から</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the side</source>
        <translation>3D を横から</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the top</source>
        <translation>3D を上から</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D body or sticks</source>
        <translation>3D：体またはスティック</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_view.py"/>
        <source>3D view</source>
        <translation>3D 表示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/video_view.py"/>
        <source>Make this the main person</source>
        <translation>この人物を主対象者にする</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Character</source>
        <translation>キャラクター</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character</source>
        <translation>キャラクターを開く</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Characters ({endings})</source>
        <translation>キャラクター（{endings}）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>A .glb or .vrm of your own in the place of the mannequin (Shift+B)</source>
        <translation>マネキンの代わりに手持ちの .glb または .vrm を表示（Shift+B）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character…</source>
        <translation>キャラクターを開く…</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Mannequin</source>
        <translation>マネキン</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Your own character, or the mannequin</source>
        <translation>手持ちのキャラクター、またはマネキン</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Compared recording beside or on top</source>
        <translation>比較対象を横に並べる、または重ねる</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit the 3D view to the person</source>
        <translation>3D 表示を人物に合わせる</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Follow the person in 3D</source>
        <translation>3D で人物を追う</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Keep the whole person in view, and what they reach (Shift+F)</source>
        <translation>人物の全身と手足の届く範囲を常に表示（Shift+F）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Let the compared recording stand beside, not on top (G)</source>
        <translation>比較対象を重ねずに横に並べる（G）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit</source>
        <translation>全身表示</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Frame the person as they are now (F)</source>
        <translation>今の人物に合わせて表示（F）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Beside</source>
        <translation>横に並べる</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Video with skeletons</source>
        <translation>骨格付きの映像</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Figure on a plain colour</source>
        <translation>単色背景の 3D モデル</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Magenta</source>
        <translation>マゼンタ</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>posecam as a camera in OBS, Zoom, Teams and browsers</source>
        <translation>posecam を OBS、Zoom、Teams、ブラウザーのカメラにする</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Virtual camera</source>
        <translation>仮想カメラ</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{device}: {sent} images sent</source>
        <translation>{device}：{sent} 枚送信</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop (Wayland) keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>このデスクトップ（Wayland）では、前面にないプログラムはキーを受け取れません。代わりに手をたたく、両腕を上げる、電話を使うことで録画を開始できます。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>macOS keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>macOS では、前面にないプログラムはキーを受け取れません。代わりに手をたたく、両腕を上げる、電話を使うことで録画を開始できます。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Ctrl+Alt+R is taken by another program.</source>
        <translation>Ctrl+Alt+R は他のプログラムが使用中です。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop tells programs of no key while others are in front.</source>
        <translation>このデスクトップでは、他のプログラムが前面にある間はキーを受け取れません。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{key} starts and stops from any program</source>
        <translation>{key} でどのプログラムからも開始・停止</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Foot contact</source>
        <translation>接地</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Where the person walks: steps a minute, the time of the step that ends with each foot, and how much of its stride it stands. Jumps by flight time: as stretched on landing as on leaving the ground, the camera still.</source>
        <translation>歩行中：毎分の歩数、それぞれの足で終わる一歩の時間、ストライドのうち接地している割合。ジャンプは滞空時間から：着地時も踏切時と同じく体が伸び、カメラが静止している場合。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>What rests on the ground in the frame shown: right foot, left foot</source>
        <translation>表示中のフレームで接地している部分：右足、左足</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps</source>
        <translation>歩行とジャンプ</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps as CSV</source>
        <translation>歩行とジャンプの CSV</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>flat</source>
        <translation>足底</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>heel</source>
        <translation>かかと</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>toes</source>
        <translation>つま先</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>in the air</source>
        <translation>空中</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam"/>
        <source>%n steps</source>
        <translation>
            <numerusform>%n 歩</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{cadence:.0f}/min</source>
        <translation>{cadence:.0f}/分</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam"/>
        <source>%n jumps</source>
        <translation>
            <numerusform>ジャンプ %n 回</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>up to {height:.0f} cm</source>
        <translation>最大 {height:.0f} cm</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>right</source>
        <translation>右</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>left</source>
        <translation>左</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} {seconds:.2f} s</source>
        <translation>{side} {seconds:.2f} 秒</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{side} stands {share:.0f} %</source>
        <translation>{side}の接地 {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>The virtual camera cannot show the figure: there is no OpenGL here.</source>
        <translation>仮想カメラで 3D モデルを表示できません: OpenGL がありません。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>demo clip</source>
        <translation>デモ映像</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>camera {1}</source>
        <translation>カメラ {1}</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>live result</source>
        <translation>ライブの結果</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>reprocessed result</source>
        <translation>再処理の結果</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Knee flexion</source>
        <translation>膝屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip flexion</source>
        <translation>股関節屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip abduction</source>
        <translation>股関節外転</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Elbow flexion</source>
        <translation>肘屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder elevation</source>
        <translation>肩挙上</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder plane</source>
        <translation>肩挙上面</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk flexion</source>
        <translation>体幹屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk lateral</source>
        <translation>体幹側屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk inclination</source>
        <translation>体幹傾斜</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk rotation</source>
        <translation>体幹回旋</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Ankle dorsiflexion</source>
        <translation>足関節背屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Foot progression</source>
        <translation>足部進行角</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head flexion</source>
        <translation>頭部屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head lateral</source>
        <translation>頭部側屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head rotation</source>
        <translation>頭部回旋</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis obliquity</source>
        <translation>骨盤側方傾斜</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis rotation</source>
        <translation>骨盤回旋</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right knee flexion</source>
        <translation>右膝屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left knee flexion</source>
        <translation>左膝屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip flexion</source>
        <translation>右股関節屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip flexion</source>
        <translation>左股関節屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip abduction</source>
        <translation>右股関節外転</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip abduction</source>
        <translation>左股関節外転</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right elbow flexion</source>
        <translation>右肘屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left elbow flexion</source>
        <translation>左肘屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder elevation</source>
        <translation>右肩挙上</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder elevation</source>
        <translation>左肩挙上</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder plane</source>
        <translation>右肩挙上面</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder plane</source>
        <translation>左肩挙上面</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right ankle dorsiflexion</source>
        <translation>右足関節背屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left ankle dorsiflexion</source>
        <translation>左足関節背屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right foot progression</source>
        <translation>右足部進行角</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left foot progression</source>
        <translation>左足部進行角</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} packets could not be decoded.</source>
        <translation>{1} は破損しています：{2} 個のパケットを復号できませんでした。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} of {3} frames could only be decoded in part, and they and those after them may be smeared.</source>
        <translation>{1} は破損しています：{3} フレーム中 {2} フレームは一部しか復号できず、以降の映像が乱れている可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>The clock of {1} jumps ahead by {2} after {3} s{4}: that time is left out.</source>
        <translation>{1} の時刻が {3} 秒の後で {2} 飛んでいます{4}。その時間は省きます。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>There is no camera, file or folder called "{1}" (cameras here: {2}).</source>
        <translation>「{1}」というカメラ、ファイル、フォルダーはありません（ここのカメラ：{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>More than one camera is called "{1}": choose by number, {2}.</source>
        <translation>「{1}」というカメラが複数あります。番号で選んでください：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>{1} is not plugged in.</source>
        <translation>{1} は接続されていません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} holds no images.</source>
        <translation>フォルダー {1} に画像がありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} is cut short: {2} of {3} images could be read.</source>
        <translation>{1} は途中で切れています：{3} 枚中 {2} 枚を読み込めました。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the images in {2} could not be read.</source>
        <translation>{2} の画像のうち {1} 枚を読み込めませんでした。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the files in {2} hold several images: only the first of each is used.</source>
        <translation>{2} のファイルのうち {1} 個は複数の画像を含みます。それぞれ最初の 1 枚だけを使います。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} cannot be read: {2}.</source>
        <translation>フォルダー {1} を読み込めません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no image that can be read.</source>
        <translation>{1} は応答しますが、読める画像を送りません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} sends images that cannot be read.</source>
        <translation>{1} から読めない画像が送られています。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} has ended its stream.</source>
        <translation>{1} の配信が終わりました。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no video.</source>
        <translation>{1} は応答しますが、映像を送りません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS is asking whether the camera may be used: answer it with OK.</source>
        <translation>macOS がカメラの使用を確認しています。OK を押してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>The administrator of this Mac has switched its cameras off for such programs.</source>
        <translation>この Mac の管理者が、この種のプログラムのカメラ使用を無効にしています。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS keeps the camera from posecam: switch it on for posecam, or for the terminal that started it, under System Settings &gt; Privacy &amp; Security &gt; Camera, and start it again.</source>
        <translation>macOS がカメラの使用を許可していません。「システム設定」&gt;「プライバシーとセキュリティ」&gt;「カメラ」で posecam または起動元のターミナルを許可し、起動し直してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/options.py"/>
        <source>"{1}" is no format of a camera: write it as 1280x720@30 MJPG, any part of which may be left out.</source>
        <translation>「{1}」はカメラの形式ではありません。1280x720@30 MJPG のように書いてください（一部は省略できます）。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} sends no images: is its screen off, or another page in front of it?</source>
        <translation>{1} から画像が来ません。画面が消えているか、別のページが前にありませんか？</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} has disconnected: is its page still open?</source>
        <translation>{1} の接続が切れました。ページは開いたままですか？</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} is not connected: open the remote (P) and scan its code with it.</source>
        <translation>{1} は接続されていません。リモコン（P）を開き、そのコードを読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No source was given: name a camera, a file, a folder or an address.</source>
        <translation>ソースが指定されていません。カメラ、ファイル、フォルダー、アドレスのいずれかを指定してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no camera {1}…: its number is too long.</source>
        <translation>カメラ {1}… はありません：番号が長すぎます。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No telephone was named: write {1} and the name it has in the list.</source>
        <translation>電話が指定されていません：{1} と一覧にある名前を書いてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be read: addresses may begin with {2} only.</source>
        <translation>{1} を読み込めません：アドレスの先頭は {2} だけです。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} is not a complete address: it names no host.</source>
        <translation>{1} は完全なアドレスではありません：ホストがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file or folder {1}.</source>
        <translation>ファイルまたはフォルダー {1} はありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file {1}: there is no such user.</source>
        <translation>ファイル {1} はありません：そのユーザーは存在しません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be looked at: {2}.</source>
        <translation>{1} を調べられません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} failed unexpectedly ({2}).</source>
        <translation>{1} で予期しない問題が起きました（{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} sends the same image again and again: it may hang, or its shutter may be closed. Open the shutter, or unplug it and plug it in again.</source>
        <translation>{1} から同じ画像が送られ続けています。停止しているか、シャッターが閉じている可能性があります。シャッターを開くか、抜き差ししてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has stopped sending images; it is tried again if it stays silent. Check its cable or its network.</source>
        <translation>{1} から画像が届かなくなりました。続く場合は再試行します。ケーブルまたはネットワークを確認してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} Trying again.</source>
        <translation>{1} 再試行しています。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>There is nothing to see: is the lens covered, its shutter closed, or the light off?</source>
        <translation>何も映っていません。レンズが覆われているか、シャッターが閉じているか、照明が消えていませんか？</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has ended.</source>
        <translation>{1} は終わりました。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} holds no frame that can be read.</source>
        <translation>動画 {1} に読めるフレームがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is a folder, not a video file.</source>
        <translation>{1} は動画ファイルではなくフォルダーです。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} is empty.</source>
        <translation>ファイル {1} は空です。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video: it holds {2}.</source>
        <translation>{1} は動画ではありません：内容は {2} です。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>There is no file {1}.</source>
        <translation>ファイル {1} はありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} may not be read: permission denied.</source>
        <translation>ファイル {1} を読めません：アクセス権がありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video, or it is damaged.</source>
        <translation>{1} は動画ではないか、破損しています。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is no video that is read: it is a list of others, or of another format.</source>
        <translation>{1} は対応する動画ではありません：他のファイルの一覧か、別の形式です。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} cannot be opened: {2}.</source>
        <translation>動画 {1} を開けません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it.</source>
        <translation>{1} はありますが開けません：他のプログラムが使用している可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} gives {2} instead of {3}.</source>
        <translation>{1} は {3} ではなく {2} を送っています。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>There is no camera {1}.</source>
        <translation>カメラ {1} はありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{1} はありますが開けません：他のプログラムが使用しているか、Windows のプライバシー設定で禁止されている可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} may not be opened by you: join the group that owns {2} (video).</source>
        <translation>{1} を開く権限がありません：{2} を所有するグループ（video）に参加してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} opens but delivers no image.</source>
        <translation>{1} は開きますが、画像が届きません。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} has stopped delivering.</source>
        <translation>{1} から画像が届かなくなりました。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} was unplugged.</source>
        <translation>{1} が取り外されました。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your feet cannot be seen: step back.</source>
        <translation>足が映っていません。下がってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your head cannot be seen: step back or tilt the camera.</source>
        <translation>頭が映っていません。下がるかカメラを傾けてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>You cannot be seen clearly: step out from behind things and into the light.</source>
        <translation>はっきり映っていません。物陰から出て、明るい所に立ってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your arms cannot be seen: let them hang a little away from the body.</source>
        <translation>腕が映っていません。体から少し離して下ろしてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright.</source>
        <translation>まっすぐ立ってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, not bent over.</source>
        <translation>かがまずに、まっすぐ立ってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Face the camera.</source>
        <translation>カメラの方を向いてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>The camera looks down or up too steeply to calibrate with: place it more level.</source>
        <translation>カメラの傾きが大きすぎてキャリブレーションできません。水平に近づけてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, with your legs straight.</source>
        <translation>脚を伸ばしてまっすぐ立ってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Step into view, so that you are seen from head to foot.</source>
        <translation>頭から足まで映るように画面に入ってください。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand still.</source>
        <translation>動かないでください。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} cannot be written: {2}.</source>
        <translation>{1} に書き込めません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>No format was named: choose from {1}.</source>
        <translation>形式が指定されていません：{1} から選んでください。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The session {1} has no frames: there is nothing to export.</source>
        <translation>録画 {1} にはフレームがなく、書き出すものがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} is there already and was not replaced.</source>
        <translation>{1} はすでに存在するため、置き換えませんでした。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>There is no format "{1}": choose from {2}.</source>
        <translation>「{1}」という形式はありません：{2} から選んでください。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The format "{1}" needs the package {2}, which is not installed: pip install "posecam[{3}]" brings it.</source>
        <translation>形式「{1}」に必要なパッケージ {2} がインストールされていません：pip install "posecam[{3}]" で入ります。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/options.py"/>
        <source>{1} samples a second cannot be written: choose {2} to {3}.</source>
        <translation>毎秒 {1} では書き出せません：{2}～{3} から選んでください。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>{1} people were seen: this is person {2}, seen longest.</source>
        <translation>{1} 人が検出されました。これは最も長く検出された人物 {2} です。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>Person {1} was never seen in the session {2} (seen: {3}).</source>
        <translation>人物 {1} は録画 {2} に一度も映っていません（検出：{3}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>No person was seen in the session {1}: there is no motion to export.</source>
        <translation>録画 {1} に人物が映っておらず、書き出す動きがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The session {1} lasts {2} hours and has {3} frames: at a constant rate it would be {4} samples, nearly all of pauses. Trim it to what matters.</source>
        <translation>録画 {1} は {2} 時間で {3} フレームあります。一定レートでは {4} フレームになり、ほとんどが空白です。必要な部分にトリミングしてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The 3D poses of the session {1} are empty: there is no motion to export.</source>
        <translation>録画 {1} の 3D 姿勢は空で、書き出す動きがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/overlay_file.py"/>
        <source>The session {1} has no images: its overlay cannot be drawn.</source>
        <translation>録画 {1} に画像がないため、骨格を描けません。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/html_file.py"/>
        <source>The session {1} has no images: a page shows a video.</source>
        <translation>録画 {1} に画像がないため、動画を表示するページを作れません。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/c3d_file.py"/>
        <source>The session {1} has {2} frames, and C3D holds {3} at most: TRC holds more.</source>
        <translation>録画 {1} は {2} フレームありますが、C3D は最大 {3} です。TRC ならさらに入ります。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>Nothing else here runs the network.</source>
        <translation>ここでネットワークを実行できるものは他にありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>This installation of posecam has no network of the quality {1}: the usual one is used instead.</source>
        <translation>この posecam には品質 {1} のネットワークがないため、標準のものを使います。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>{1} The fastest engine that works here is used instead.</source>
        <translation>{1} 代わりに、ここで動く最速のエンジンを使います。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_switch.py"/>
        <source>The engine could not be loaded: {1}.</source>
        <translation>エンジンを読み込めませんでした：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>The network is loading.</source>
        <translation>ネットワークを読み込み中です。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>{1} {2} runs the network instead.</source>
        <translation>{1} 代わりに {2} がネットワークを実行します。</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>The session {1} has no images that can be read: there is nothing to look at.</source>
        <translation>録画 {1} に読める画像がなく、処理するものがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>{1} of {2} cannot be written: {3}.</source>
        <translation>{2} の {1} に書き込めません：{3}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/cutting.py"/>
        <source>The video {1} cannot be read.</source>
        <translation>動画 {1} を読み込めません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no frame between {2} and {3} s.</source>
        <translation>録画 {1} の {2}～{3} 秒にフレームがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is already a session "{1}".</source>
        <translation>録画「{1}」はすでにあります。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>A note has at most {1} characters.</source>
        <translation>メモは {1} 文字までです。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} is not in the trash any more.</source>
        <translation>{1} はもうゴミ箱にありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is a new session "{1}": rename it first.</source>
        <translation>新しい録画「{1}」があります。先に名前を変更してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no manifest that can be read: repair it first.</source>
        <translation>録画 {1} のマニフェストを読めません。先に修復してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be brought back: {2}.</source>
        <translation>{1} を元に戻せません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be renamed: {2}.</source>
        <translation>{1} の名前を変更できません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The note cannot be kept in {1}: {2}.</source>
        <translation>{1} にメモを保存できません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be deleted: {2}.</source>
        <translation>{1} を削除できません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be removed from the trash: {2}.</source>
        <translation>{1} をゴミ箱から削除できません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/listing.py"/>
        <source>The folder of sessions {1} cannot be read: {2}.</source>
        <translation>録画フォルダー {1} を読み込めません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>There is no session folder {1}.</source>
        <translation>録画フォルダー {1} はありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being recorded: stop that first.</source>
        <translation>録画 {1} は録画中です。先に停止してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being worked on already: wait until that is done.</source>
        <translation>録画 {1} は処理中です。終わるまでお待ちください。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} cannot be read: {2}.</source>
        <translation>録画 {1} を読み込めません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name has 1 to {1} characters and no point at its ends.</source>
        <translation>録画の名前は 1～{1} 文字で、両端にピリオドは使えません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name cannot contain {1}.</source>
        <translation>録画の名前に {1} は使えません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>The name of takes has at most {1} characters.</source>
        <translation>録画の名前は {1} 文字までです。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>{1} is missing.</source>
        <translation>{1} がありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>The last line of {1} was cut off and is left out.</source>
        <translation>{1} の最後の行は途中で切れていたため除きました。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>{1} is not a session: it holds no {2} and no {3}.</source>
        <translation>{1} は録画ではありません：{2} も {3} もありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has other joints than this posecam knows.</source>
        <translation>録画 {1} の関節は、この posecam が知らないものです。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>No frame of the session {1} is between {2} and {3} s: it goes from {4} to {5} s.</source>
        <translation>録画 {1} の {2}～{3} 秒にフレームがありません：{4}～{5} 秒です。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The sound is missing or cannot be read: {1}.</source>
        <translation>音声がないか、読み込めません：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The recording was not finished: its last moments may be missing.</source>
        <translation>録画は完了していません。最後の部分が欠けている可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has no reprocessed result: `posecam reprocess` makes it.</source>
        <translation>録画 {1} に再処理の結果がありません：`posecam reprocess` で作成します。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The disk of {1} does not answer: the end may be missing.</source>
        <translation>{1} のディスクが応答しません。最後の部分が欠けている可能性があります。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The sound was not recorded any more: {1}.</source>
        <translation>音声の録音が止まりました：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The end of the sound was not recorded: {1}.</source>
        <translation>音声の最後は録音されませんでした：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder_items.py"/>
        <source>Recording has stopped: {1}. What was recorded until then is kept.</source>
        <translation>録画が停止しました：{1}。それまでの録画は保存されています。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/repair.py"/>
        <source>The session {1} cannot be repaired: {2}.</source>
        <translation>録画 {1} を修復できません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} minutes.</source>
        <translation>ディスクの空きが少なくなっています：残り {1} MB、約 {2} 分間です。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free.</source>
        <translation>ディスクの空きが少なくなっています：残り {1} MB です。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} seconds.</source>
        <translation>ディスクの空きが少なくなっています：残り {1} MB、約 {2} 秒間です。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>Nothing can be recorded into {1}: {2}.</source>
        <translation>{1} に録画できません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>The folder {1} already holds something: record into a new one.</source>
        <translation>フォルダー {1} は空ではありません。新しいフォルダーに録画してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The folder of recordings {1} cannot be: there is no such user or name.</source>
        <translation>録画フォルダー {1} は使えません：そのユーザーまたは名前は存在しません。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings file could not be understood ({1}), so the defaults are used; it was kept as {2}.</source>
        <translation>設定ファイルを読み取れなかったため（{1}）、既定値を使います。元のファイルは {2} に残しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>{1} The usual folder is used; the settings were kept as {2}.</source>
        <translation>{1} 通常のフォルダーを使います。設定は {2} に残しました。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings could not be saved to {1}: {2}.</source>
        <translation>設定を {1} に保存できませんでした：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>These are {1} addresses: {2} at most.</source>
        <translation>アドレスが {1} 個あります：最大 {2} 個です。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>{1} is there twice: every person needs a port of their own.</source>
        <translation>{1} が重複しています：人物ごとに別のポートが必要です。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}…" is no address: it is too long.</source>
        <translation>「{1}…」はアドレスではありません：長すぎます。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as HOST:PORT, without http://.</source>
        <translation>「{1}」はアドレスではありません：http:// なしで HOST:PORT と書いてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: the port must be a number from 1 to 65535.</source>
        <translation>「{1}」はアドレスではありません：ポートは 1～65535 の数字です。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as [IPv6]:PORT.</source>
        <translation>「{1}」はアドレスではありません：[IPv6]:PORT と書いてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote cannot be reached: {1}.</source>
        <translation>リモコンに接続できません：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote failed ({1}).</source>
        <translation>リモコンで問題が起きました（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its certificate cannot be kept: {1}.</source>
        <translation>証明書を保存できません：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its camera cannot be reached: {1}.</source>
        <translation>カメラに接続できません：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/streams.py"/>
        <source>A WebSocket is offered at one address: everybody is in it.</source>
        <translation>WebSocket のアドレスは 1 つです：全員がそこに含まれます。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent to {1}: {2}.</source>
        <translation>{1} に VMC を送信できません：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent: there is no host called "{1}".</source>
        <translation>VMC を送信できません：ホスト「{1}」が見つかりません。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>Sending VMC failed ({1}).</source>
        <translation>VMC の送信に失敗しました（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>No receiver listens at {1} yet.</source>
        <translation>{1} で受信しているプログラムがまだありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open at {1} ({2}).</source>
        <translation>{1} で WebSocket を開けません（{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} is in use by another program.</source>
        <translation>WebSocket を開けません：ポート {1} は他のプログラムが使用中です。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: this machine is not "{1}".</source>
        <translation>WebSocket を開けません：このコンピューターは「{1}」ではありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} may not be used.</source>
        <translation>WebSocket を開けません：ポート {1} は使えません。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket failed ({1}).</source>
        <translation>WebSocket で問題が起きました（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera needs one more package: pip install 'posecam[virtual-camera]'.</source>
        <translation>仮想カメラには追加のパッケージが必要です：pip install 'posecam[virtual-camera]'。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install v4l2loopback-dkms, then run sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>仮想カメラがありません：v4l2loopback-dkms をインストールし、sudo modprobe v4l2loopback exclusive_caps=1 を実行してください。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio, which brings one.</source>
        <translation>仮想カメラがありません：仮想カメラを含む OBS Studio をインストールしてください。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>仮想カメラがありません：OBS Studio 30 以降をインストールし、仮想カメラを一度起動してください。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera failed ({1}).</source>
        <translation>仮想カメラで問題が起きました（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The legs are never seen: the files hold a guess.</source>
        <translation>脚が一度も映っていないため、ファイルの内容は推測です。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The arms are never seen: the files hold a guess.</source>
        <translation>腕が一度も映っていないため、ファイルの内容は推測です。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The head is never seen: the files hold a guess.</source>
        <translation>頭が一度も映っていないため、ファイルの内容は推測です。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is damaged ({2}).</source>
        <translation>{1} を読めません: ファイルが壊れています（{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} is no character that can be read: choose a .glb or .vrm file.</source>
        <translation>{1} は読めるキャラクターではありません: .glb または .vrm ファイルを選んでください。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is cut off.</source>
        <translation>{1} を読めません: ファイルが途中で切れています。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is not of glTF version 2.</source>
        <translation>{1} を読めません: glTF バージョン 2 ではありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} needs {2}, which is not read: save it without compression.</source>
        <translation>{1} には読めない {2} が必要です: 圧縮なしで保存してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} keeps its data in other files: save it as one .glb file.</source>
        <translation>{1} のデータは別のファイルにあります: 1 つの .glb ファイルとして保存してください。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} has {2} MB: characters of up to {3} MB are read.</source>
        <translation>{1} は {2} MB です: 読めるキャラクターは {3} MB までです。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be opened: {2}.</source>
        <translation>{1} を開けません: {2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is no glTF or VRM file.</source>
        <translation>{1} を読めません: glTF でも VRM でもありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its bones are not named as Mixamo, Unreal, VRM, Rigify or BVH files name them (looked for: {2}).</source>
        <translation>{1} を動かせません: ボーンの名前が Mixamo、Unreal、VRM、Rigify、BVH のどれとも違います（探したもの: {2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its VRM humanoid lacks {2}.</source>
        <translation>{1} を動かせません: VRM ヒューマノイドに {2} がありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: it is VRM without a humanoid, which tells its bones.</source>
        <translation>{1} を動かせません: ボーンを示すヒューマノイドのない VRM です。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/primitives.py"/>
        <source>{1} has more than {2} vertices, which is too many to move live: reduce it first.</source>
        <translation>{1} の頂点は {2} を超え、ライブで動かすには多すぎます: 先に減らしてください。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: it is a thing, not a character that bones could move.</source>
        <translation>{1} にはスキンがありません: ボーンで動くキャラクターではなく物体です。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: there is nothing to show.</source>
        <translation>{1} にはスキンがありません: 表示するものがありません。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} cannot be moved: its hips and head lie in one place at rest.</source>
        <translation>{1} を動かせません: 基準姿勢で腰と頭が同じ場所にあります。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/textures.py"/>
        <source>A texture is larger than {1} pixels along a side.</source>
        <translation>テクスチャの一辺が {1} ピクセルを超えています。</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connecting…</source>
        <translation>接続中…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>3D figure</source>
        <translation>3D モデル</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>What the camera sees</source>
        <translation>カメラの映像</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>If this stays so on an iPhone:</source>
        <translation>iPhone でこのままのときは：</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>load the certificate</source>
        <translation>証明書を読み込む</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Then install it and trust it in its Settings.</source>
        <translation>その後、設定でインストールして信頼してください。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Rotate</source>
        <translation>回転</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Countdown</source>
        <translation>カウントダウン</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Discard, again</source>
        <translation>破棄して撮り直す</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker</source>
        <translation>マーカー</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Scan the code on the computer's screen again.</source>
        <translation>コンピューターの画面のコードをもう一度読み取ってください。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many commands: reload the page.</source>
        <translation>操作が多すぎます。ページを再読み込みしてください。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are connected.</source>
        <translation>接続している電話が多すぎます。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected. Trying again…</source>
        <translation>未接続です。再試行しています…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connected</source>
        <translation>接続済み</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Now</source>
        <translation>すぐに</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker ({count})</source>
        <translation>マーカー（{count}）</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Asking for the camera…</source>
        <translation>カメラの使用を確認中…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>This page may not use the camera: allow it in the browser's settings.</source>
        <translation>このページはカメラを使えません。ブラウザーの設定で許可してください。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>There is no camera.</source>
        <translation>カメラがありません。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another app uses the camera.</source>
        <translation>別のアプリがカメラを使用中です。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The camera cannot be opened.</source>
        <translation>カメラを開けません。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are cameras already.</source>
        <translation>カメラになっている電話が多すぎます。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The images were refused.</source>
        <translation>画像が拒否されました。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another page of this telephone is the camera.</source>
        <translation>この電話の別のページがカメラになっています。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>End camera</source>
        <translation>カメラを終了</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Back camera</source>
        <translation>背面カメラ</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Front camera</source>
        <translation>前面カメラ</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected as a camera. Trying again…</source>
        <translation>カメラとして未接続です。再試行しています…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{name}: not shown on the computer</source>
        <translation>{name}：コンピューターには表示されていません</translation>
    </message>
</context>
</TS>
