<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>window</name>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Choose a camera above and step back until you are seen from head to foot. Record keeps the video and the motion; Recordings plays, trims and exports them. Press ? for all keys.</source>
        <translation>请在上方选择摄像头，并后退到从头到脚都能看到的位置。“录制”保存视频和动作；“录制列表”可播放、剪裁和导出。按 ? 查看所有按键。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>About posecam</source>
        <translation>关于 posecam</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;Live 3D motion capture from one ordinary webcam.&lt;br&gt;Everything runs on this computer; nothing is sent unless you switch it on.&lt;br&gt;Apache License 2.0</source>
        <translation>&lt;b&gt;posecam {version}&lt;/b&gt;&lt;br&gt;用一个普通摄像头进行实时 3D 动作捕捉。&lt;br&gt;一切都在本机运行；除非您开启，否则不会发送任何内容。&lt;br&gt;Apache 许可证 2.0</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>What the networks were trained on, how well they do, and where they fail:</source>
        <translation>网络的训练数据、性能以及不足之处：</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model, {quality}</source>
        <translation>姿态模型，{quality}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Pose model</source>
        <translation>姿态模型</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/about.py"/>
        <source>Person detector</source>
        <translation>人物检测器</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrating for a height of {height:g} cm: step back until you are seen from head to foot.</source>
        <translation>按身高 {height:g} cm 校准：请后退到从头到脚都能看到的位置。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/calibration_control.py"/>
        <source>Calibrate</source>
        <translation>校准</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>any size</source>
        <translation>任意尺寸</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>{fps:g} fps</source>
        <translation>{fps:g} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Format ▾</source>
        <translation>格式 ▾</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Camera format</source>
        <translation>摄像头格式</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>Size, rate and format of the camera's video</source>
        <translation>摄像头视频的尺寸、帧率和格式</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>asked for: {format}</source>
        <translation>请求：{format}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/camera_modes.py"/>
        <source>delivered: {format}, {fps:.0f} fps</source>
        <translation>实际：{format}，{fps:.0f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/engine_control.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Stand upright, facing the camera, seen from head to foot.</source>
        <translation>请面向摄像头站直，从头到脚都要能看到。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Good. Stand still…</source>
        <translation>很好。请站着别动…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>level</source>
        <translation>水平</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>Calibrated: your proportions are measured; the camera is {level} and about {height:.1f} m above the floor.</source>
        <translation>校准完成：已测量您的身体比例；摄像头{level}，离地约 {height:.1f} m。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° down</source>
        <translation>向下倾斜 {angle:.0f}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/guide.py"/>
        <source>tilted {angle:.0f}° up</source>
        <translation>向上倾斜 {angle:.0f}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>All well</source>
        <translation>一切正常</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>No video</source>
        <translation>无视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Waiting for video</source>
        <translation>等待视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>Network loading</source>
        <translation>网络加载中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{seen:.0f} of {all:.0f} frames a second</source>
        <translation>每秒 {all:.0f} 帧中的 {seen:.0f} 帧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/health.py"/>
        <source>{ms:.0f} ms late</source>
        <translation>滞后 {ms:.0f} ms</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Call off a calibration, countdown, stage view</source>
        <translation>取消校准、倒计时或退出舞台视图</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Recordings</source>
        <translation>录制列表</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Figure</source>
        <translation>人体模型</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Looking for cameras…</source>
        <translation>正在查找摄像头…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>The video has ended.</source>
        <translation>视频已结束。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/main_window.py"/>
        <source>Play again</source>
        <translation>再次播放</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Try now</source>
        <translation>立即尝试</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Other source…</source>
        <translation>其他来源…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Show the demo</source>
        <translation>显示演示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>DEMO</source>
        <translation>演示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No camera was found: this is the demo clip</source>
        <translation>未找到摄像头：这是演示片段</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Loading the pose model…</source>
        <translation>正在加载姿态模型…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No poses: the pose model is not running</source>
        <translation>没有姿态：姿态模型未运行</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>No person detected. Step back until your hips are in view</source>
        <translation>未检测到人物。请后退到能看到髋部的位置</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Video frozen</source>
        <translation>视频已冻结</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Camera disconnected</source>
        <translation>摄像头已断开</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>Can't open this source</source>
        <translation>无法打开此来源</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/messages.py"/>
        <source>This is the demo clip, not your camera</source>
        <translation>这是演示片段，不是您的摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it.</source>
        <translation>无法打开 {name}：可能正被其他程序使用。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>无法打开 {name}：可能正被其他程序使用，或被 Windows 隐私设置禁止。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>A microphone</source>
        <comment>is not plugged in</comment>
        <translation>麦克风</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} is not plugged in.</source>
        <translation>{name} 未接入。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} was unplugged.</source>
        <translation>{name} 已拔出。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives silence alone: it was unplugged or switched off.</source>
        <translation>{name} 只有静音：可能已拔出或关闭。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>There is no sound: a library of the system is missing ({why}).</source>
        <translation>没有声音：缺少系统库（{why}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives {rate:.0f} samples a second, not as many as it says: the sound is made to fit.</source>
        <translation>{name} 每秒提供 {rate:.0f} 个采样，与其声明不符：声音已作调整。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone.py"/>
        <source>{name} gives no sound: it may be used by another program.</source>
        <translation>{name} 没有声音：可能正被其他程序使用。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/microphone_control.py"/>
        <source>macOS keeps the microphone from posecam: switch it on under System Settings &gt; Privacy &amp; Security &gt; Microphone.</source>
        <translation>macOS 不允许 posecam 使用麦克风：请在“系统设置”&gt;“隐私与安全性”&gt;“麦克风”中允许。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>None</source>
        <comment>no angle</comment>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Angles</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles and repetitions (A; Shift+A chooses)</source>
        <translation>显示关节角度和重复次数（A；Shift+A 选择）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Count repetitions of</source>
        <translation>统计重复次数的角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show joint angles</source>
        <translation>显示关节角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Choose angles</source>
        <translation>选择角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Reset repetitions</source>
        <translation>重复次数清零</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/readout_control.py"/>
        <source>Repetitions</source>
        <translation>重复次数</translation>
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
        <translation>已到设定时长，录制结束。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It ended because the person had left.</source>
        <translation>人物离开，录制结束。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recorded {clock} to {folder}: {frames} frames, {poses} with poses.</source>
        <translation>已录制 {clock} 到 {folder}：{frames} 帧，{poses} 帧有姿态。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>%n frames could not be written in time.</source>
        <translation>
            <numerusform>%n 帧未能及时写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>The camera was disconnected %n times: {s:.1f} s have no video.</source>
        <translation>
            <numerusform>摄像头断开 %n 次：{s:.1f} 秒没有视频。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>It was disconnected for the last {s:.0f} s, which are not in the recording.</source>
        <translation>最后 {s:.0f} 秒摄像头断开，未包含在录制中。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Recording</source>
        <translation>录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What has been recorded is kept.</source>
        <translation>已录制的内容会保留。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Stop and change</source>
        <translation>停止并更改</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Keep recording</source>
        <translation>继续录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Sound is recorded with it.</source>
        <translation>声音会一同录制。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>What was recorded until then is kept.</source>
        <translation>此前录制的内容已保留。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>No program here opens folders; the recording is in {folder}.</source>
        <translation>本机没有可打开文件夹的程序；录制位于 {folder}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open recording</source>
        <translation>打开录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_control.py"/>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Each recording is a folder of its own, named by date and time.</source>
        <translation>每个录制是一个单独的文件夹，以日期和时间命名。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Takes are numbered: "{name} 01", "{name} 02"…</source>
        <translation>按编号命名：“{name} 01”、“{name} 02”…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings folder</source>
        <translation>录制文件夹</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>{variable} in the environment goes before this</source>
        <translation>环境变量 {variable} 优先于此设置</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name of takes</source>
        <translation>录制名称</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>by date and time</source>
        <translation>按日期和时间</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Recordings go to</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sounds</source>
        <translation>声音</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Tags of takes</source>
        <translation>录制标签</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>such as: left knee, after</source>
        <translation>例如：左膝, 术后</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Words that the next takes are found by, with commas between</source>
        <translation>便于查找后续录制的词语，用逗号分隔</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Seconds from the key to the first frame that is recorded</source>
        <translation>从按键到录制第一帧的秒数</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>0: until stopped</source>
        <translation>0：直到停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>End when the person leaves</source>
        <translation>人物离开时结束</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Start when both arms are raised for a second</source>
        <translation>双臂举起一秒时开始</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Volume of sounds</source>
        <translation>音量</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Countdown, start, stop, markers and repetitions; 0 is silent</source>
        <translation>倒计时、开始、停止、标记和重复的提示音；0 为静音</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Sound for every repetition</source>
        <translation>每次重复时发出声音</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Of the angle whose repetitions are counted (Shift+A)</source>
        <translation>正在统计重复次数的角度（Shift+A）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recording_page.py"/>
        <source>Where recordings go</source>
        <translation>录制的保存位置</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} and %n others were not finished or are damaged.</source>
        <translation>
            <numerusform>录制 {name} 和另外 %n 个未完成或已损坏。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} is damaged.</source>
        <translation>录制 {name} 已损坏。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>The recording {name} was not finished.</source>
        <translation>录制 {name} 未完成。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>What was written can be repaired.</source>
        <translation>已写入的内容可以修复。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/recordings.py"/>
        <source>Review</source>
        <translation>查看</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network: it starts and stops takes, sets markers and shows angles. The code is good once; the next telephone scans the next one. Until you switch the remote off, nothing but this computer and those telephones takes part; what they say to each other is not encrypted.</source>
        <translation>用同一网络中的手机扫描此码：可以开始和停止录制、设置标记并显示角度。此码只能使用一次，下一部手机请扫描下一个码。在您关闭遥控之前，只有本机和这些手机参与；它们之间的通信未加密。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Scan this with a telephone in the same network, then touch Camera on it. Its browser warns first that the connection is not private, since no one vouches for your computer: choose Advanced and Proceed, on an iPhone Show Details and visit this website. The images go encrypted to this computer and nowhere else. The code is good once.</source>
        <translation>用同一网络中的手机扫描此码，然后点按“摄像头”。由于没有机构为您的电脑担保，浏览器会先警告连接不是私密连接：请选择“高级”并继续；在 iPhone 上选择“显示详细信息”并访问此网站。图像以加密方式只发送到本机。此码只能使用一次。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones</source>
        <translation>
            <numerusform>%n 部手机</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>%n telephones connected</source>
        <translation>
            <numerusform>已连接 %n 部手机</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Code to scan</source>
        <translation>供扫描的二维码</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>A telephone as remote</source>
        <translation>用手机遥控</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote</source>
        <translation>遥控</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Remote and camera</source>
        <translation>遥控和摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>Switch off</source>
        <translation>关闭遥控</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>remote: {phones}</source>
        <translation>遥控：{phones}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>This computer is in no network: telephones cannot reach it.</source>
        <translation>本机未接入网络：手机无法连接。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>No telephones connected</source>
        <translation>没有手机连接</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/remote_control.py"/>
        <source>no telephones</source>
        <translation>无手机</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_control.py"/>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: {engine} on {device}</source>
        <translation>正在运行：{engine}，{device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Running now: the {network} network, {engine} on {device}</source>
        <translation>正在运行：“{network}”网络，{engine}，{device}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Other programs</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_dialog.py"/>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent</source>
        <translation>{state}：已发送 {sent} 个姿态</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>starting</source>
        <translation>启动中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{state}: {sent} poses sent, {viewers} connected</source>
        <translation>{state}：已发送 {sent} 个姿态，{viewers} 个连接</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Your height</source>
        <translation>您的身高</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>The 3D figure's size is scaled to this height</source>
        <translation>人体模型按此身高缩放</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Field of view</source>
        <translation>视场角</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Of the camera, across the image; most webcams have 55–80°</source>
        <translation>摄像头在图像宽度方向的视场角；多数摄像头为 55–80°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Smoothness</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Follow</source>
        <translation>跟踪</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Several people cost speed; the main person comes first</source>
        <translation>多人会降低速度；主要人物优先</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibrate…</source>
        <translation>校准…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Go back to assumed proportions and a level camera</source>
        <translation>恢复为假定的比例和水平的摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the largest that keeps up here</source>
        <translation>自动：本机跟得上的最大网络</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>A larger network is more exact and takes longer a frame</source>
        <translation>网络越大越精确，每帧耗时也越长</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Automatic: the fastest here</source>
        <translation>自动：本机最快的引擎</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Send VMC, for VTuber programs, Unity and Blender</source>
        <translation>发送 VMC，用于 VTuber 软件、Unity 和 Blender</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Offer poses as JSON over a WebSocket</source>
        <translation>通过 WebSocket 以 JSON 提供姿态</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>to</source>
        <comment>an address</comment>
        <translation>发往</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>at</source>
        <comment>an address</comment>
        <translation>位于</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Responsive</source>
        <translation>灵敏</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>up to %n people</source>
        <translation>
            <numerusform>最多 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>measured with {source}</source>
        <translation>用 {source} 测得</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>not yet: three seconds</source>
        <translation>尚未校准：只需三秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>Again…</source>
        <translation>重新校准…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>{switch}: address</source>
        <translation>{switch}：地址</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>127.0.0.1 is this computer: nothing leaves it unless you enter another address.</source>
        <translation>127.0.0.1 是本机：除非您输入其他地址，否则任何内容都不会离开本机。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/settings_pages.py"/>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Microphone</source>
        <translation>麦克风</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Recorded beside the video, in step with it</source>
        <translation>与视频同步录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level of the microphone</source>
        <translation>麦克风音量</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Start and stop by a clap</source>
        <translation>拍手开始和停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>One clap of your hands, with quiet before and after it</source>
        <translation>拍一下手，前后保持安静</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Level</source>
        <comment>of the sound</comment>
        <translation>音量</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>While a microphone is chosen it is listened to. Nothing is kept but in recordings, and nothing leaves this computer.</source>
        <translation>选择麦克风后会一直监听。只保存录制的内容，任何声音都不会离开本机。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>Off</source>
        <comment>the microphone</comment>
        <translation>关</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/sound_page.py"/>
        <source>As the system chooses</source>
        <translation>由系统选择</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Video source</source>
        <translation>视频来源</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again (F5)</source>
        <translation>重新查找摄像头（F5）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Look for cameras again</source>
        <translation>重新查找摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address</source>
        <translation>打开地址</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Address of a network camera, for example rtsp://192.168.1.20/stream</source>
        <translation>网络摄像头的地址，例如 rtsp://192.168.1.20/stream</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Demo clip</source>
        <translation>演示片段</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open video file…</source>
        <translation>打开视频文件…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Open address…</source>
        <translation>打开地址…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_chooser.py"/>
        <source>No camera found</source>
        <translation>未找到摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open {source}?</source>
        <translation>停止录制并打开 {source}？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and open the source again?</source>
        <translation>停止录制并重新打开此来源？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} offers its camera.</source>
        <translation>{name} 可用作摄像头。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Stop recording and change the camera's format?</source>
        <translation>停止录制并更改摄像头格式？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Look for cameras</source>
        <translation>查找摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Open a video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>{name} was plugged in.</source>
        <translation>{name} 已接入。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/source_control.py"/>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record, stop (R)</source>
        <translation>录制、停止（R）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show what was a while ago, to watch yourself (D)</source>
        <translation>显示片刻之前的画面，便于观察自己（D）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Show every repetition that is counted once again (L)</source>
        <translation>再次显示每一次计数的重复（L）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave the stage view (F11, Esc)</source>
        <translation>退出舞台视图（F11、Esc）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Record</source>
        <translation>录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Replay repetitions</source>
        <translation>回放重复动作</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Stage view: read from far away</source>
        <translation>舞台视图：远处也能看清</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: delay</source>
        <translation>舞台视图中：延时</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>In the stage view: replay repetitions</source>
        <translation>舞台视图中：回放重复动作</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>Delay {seconds} s</source>
        <translation>延时 {seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stage_control.py"/>
        <source>No delay</source>
        <translation>无延时</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>latency {figures}</source>
        <translation>延迟 {figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second that the source delivers, measured</source>
        <translation>来源每秒提供的帧数（实测）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames per second with a pose, measured</source>
        <translation>每秒有姿态的帧数（实测）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Frames of this source that the network never saw because it was busy.
A skipped frame costs smoothness, not delay.</source>
        <translation>因网络忙碌而未处理的帧数。
丢帧影响流畅度，但不增加延迟。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Health: {state}</source>
        <translation>状态：{state}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>Keep current engine</source>
        <translation>保留当前引擎</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>camera {rate:.1f} fps</source>
        <translation>摄像头 {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network {rate:.1f} fps</source>
        <translation>网络 {rate:.1f} fps</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>From a frame's arrival until it is on the screen.
From a frame's arrival to its pose: {figures}</source>
        <translation>从帧到达至显示在屏幕上。
从帧到达至得到姿态：{figures}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>dropped {count}</source>
        <translation>丢帧 {count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>network loading…</source>
        <translation>网络加载中…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>no network</source>
        <translation>无网络</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>loading another engine…</source>
        <translation>正在加载另一引擎…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/status_line.py"/>
        <source>preparing another engine {share:.0f} %</source>
        <translation>正在准备另一引擎 {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} on</source>
        <translation>{name} 已开启</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{name} failed</source>
        <translation>{name} 失败</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>{sent} sent</source>
        <translation>已发送 {sent}</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>%n viewers</source>
        <translation>
            <numerusform>%n 个观看者</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Marker {number}</source>
        <translation>标记 {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Set a marker while recording</source>
        <translation>录制时设置标记</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>Discard this take and record again</source>
        <translation>放弃此录制并重新录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} was discarded: it is in the trash.</source>
        <translation>已放弃 {name}：它在回收站中。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_control.py"/>
        <source>{name} is back.</source>
        <translation>{name} 已恢复。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Until stopped</source>
        <translation>直到停止</translation>
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
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Name, tags, volume…</source>
        <translation>名称、标签、音量…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown {seconds} s, length: {length}</source>
        <translation>倒计时 {seconds} 秒，时长：{length}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Countdown and length of takes</source>
        <translation>录制的倒计时和时长</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>A telephone as remote…</source>
        <translation>用手机遥控…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/take_menu.py"/>
        <source>Start when both arms are raised</source>
        <translation>双臂举起时开始</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Flip the video and the 3D view as in a mirror (M). Recordings are never mirrored.</source>
        <translation>像照镜子一样翻转视频和 3D 视图（M）。录制内容不会翻转。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record the video and the poses (R)</source>
        <translation>录制视频和姿态（R）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Countdown and length of takes, name, sounds (T)</source>
        <translation>录制的倒计时、时长、名称和声音（T）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Height, field of view, engine, other programs, folder (Ctrl+,)</source>
        <translation>身高、视场角、引擎、其他程序、文件夹（Ctrl+,）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Play, compare, trim and export what was recorded (Ctrl+R)</source>
        <translation>播放、比较、剪裁和导出录制（Ctrl+R）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop recording</source>
        <translation>停止录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>In {seconds} s</source>
        <translation>{seconds} 秒后</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop {clock}</source>
        <translation>停止 {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Record, stop</source>
        <translation>录制、停止</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>Stop the countdown</source>
        <translation>停止倒计时</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>{button} · no video</source>
        <translation>{button} · 无视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/top_bar.py"/>
        <source>The camera sends nothing: recording goes on when it is back (R stops)</source>
        <translation>摄像头没有画面：恢复后继续录制（R 停止）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>DELAY</source>
        <translation>延时</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>You see what was {seconds} s ago</source>
        <translation>您看到的是 {seconds} 秒前的画面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>REPLAY</source>
        <translation>回放</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Your last repetition</source>
        <translation>您的上一次重复</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/viewing.py"/>
        <source>Begins in {seconds:.0f} s</source>
        <translation>{seconds:.0f} 秒后开始</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/window_page.py"/>
        <source>From the next start of posecam on</source>
        <translation>下次启动 posecam 时生效</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Now</source>
        <translation>当前</translation>
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
        <translation>活动度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Reps</source>
        <translation>次数</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Switch angles on to plot them</source>
        <translation>打开角度以绘制曲线</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>In the frame shown</source>
        <translation>所显示的帧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Lowest in the chosen range</source>
        <translation>所选区间内的最小值</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest in the chosen range</source>
        <translation>所选区间内的最大值</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Range of motion: highest less lowest</source>
        <translation>活动范围：最大值减最小值</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Repetitions: from under {low:.0%} of the range to over {high:.0%} and back</source>
        <translation>重复：从范围的 {low:.0%} 以下到 {high:.0%} 以上再返回</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/angle_table.py"/>
        <source>Highest rate of change</source>
        <translation>最大变化速度</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>{clock}, %n frames, a person in {seen}</source>
        <translation>
            <numerusform>{clock}，%n 帧，{seen} 帧有人物</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Markers: {count}</source>
        <translation>标记：{count}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Shown: the {result}, {count} frames with poses.</source>
        <translation>显示：{result}，{count} 帧有姿态。</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Camera disconnected %n times, {s:.1f} s in all.</source>
        <translation>
            <numerusform>摄像头断开 %n 次，共 {s:.1f} 秒。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>another recording</source>
        <translation>另一个录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Cut out of {name}.</source>
        <translation>剪裁自 {name}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>The name of the recording and of its folder (F2)</source>
        <translation>录制及其文件夹的名称（F2）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>What to remember about this recording</source>
        <translation>关于此录制需要记住的内容</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/details.py"/>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source> trimmed</source>
        <comment>ending of a name</comment>
        <translation> 剪裁</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Trimming to {name}…</source>
        <translation>正在剪裁为 {name}…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is in the trash.</source>
        <translation>{name} 已移到回收站。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repairing {name}…</source>
        <translation>正在修复 {name}…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Undone: {step}</source>
        <translation>已撤销：{step}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{new} holds {s:.2f} s of {old}.</source>
        <translation>{new} 包含 {old} 的 {s:.2f} 秒。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{old} is now {new}.</source>
        <translation>{old} 已改名为 {new}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>{name} is repaired.</source>
        <translation>{name} 已修复。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/edits.py"/>
        <source>What was written can be kept.</source>
        <translation>已写入的内容可以保留。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Can't open this recording</source>
        <translation>无法打开此录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recording is open</source>
        <translation>没有打开的录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>No recordings yet</source>
        <translation>还没有录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Choose one on the left, or drop one here.</source>
        <translation>请在左侧选择一个，或拖放到这里。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Record makes one in the live window; one from elsewhere can be opened.</source>
        <translation>在实时窗口中按“录制”即可创建；也可以打开别处的录制。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/empty.py"/>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export {name}</source>
        <translation>导出 {name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Show files</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of BVH, glTF, USD, C3D, TRC and MOT</source>
        <translation>用于 BVH、glTF、USD、C3D、TRC 和 MOT</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Markers of C3D, TRC</source>
        <translation>C3D、TRC 的标记点</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Skeleton and markers</source>
        <translation>骨架和标记点</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Joints</source>
        <translation>关节</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Of formats that hold one person; the others hold everybody</source>
        <translation>用于只含一人的格式；其他格式包含所有人</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Poses</source>
        <translation>姿态</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into the folder</source>
        <translation>目标文件夹</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Replace files that are there already</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Into</source>
        <translation>导出到</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}</source>
        <translation>人物 {number}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Export into</source>
        <translation>导出到</translation>
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
            <numerusform>{folder} 中有 %n 个文件（{result}）。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Bone names</source>
        <translation>骨骼名称</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Rest pose</source>
        <translation>静止姿态</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Unit of BVH and USD</source>
        <translation>BVH 和 USD 的单位</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>{rate} a second</source>
        <translation>每秒 {rate}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Only the range, {first:.2f} to {last:.2f} s</source>
        <translation>仅区间，{first:.2f} 至 {last:.2f} 秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Person {number}, seen for {clock}</source>
        <translation>人物 {number}，出现 {clock}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>Main person</source>
        <translation>主要人物</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>%n files were written before.</source>
        <translation>
            <numerusform>此前已写入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>The file being written is finished first…</source>
        <translation>正在写入的文件会先完成…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_dialog.py"/>
        <source>As recorded</source>
        <translation>与录制相同</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>BVH: Blender, Unity, Unreal</source>
        <translation>BVH：Blender、Unity、Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>glTF: an animated skeleton</source>
        <translation>glTF：骨架动画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>USD: Maya, Houdini, Unreal</source>
        <translation>USD：Maya、Houdini、Unreal</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>C3D: biomechanics</source>
        <translation>C3D：生物力学</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>TRC: markers for OpenSim</source>
        <translation>TRC：OpenSim 标记点</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MOT: joint angles for OpenSim</source>
        <translation>MOT：OpenSim 关节角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>CSV: spreadsheets</source>
        <translation>CSV：电子表格</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>JSON: programs</source>
        <translation>JSON：程序</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>NPZ: NumPy</source>
        <translation>NPZ：NumPy</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Tidy CSV: R, pandas</source>
        <translation>整洁 CSV：R、pandas</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Angles and speeds as CSV</source>
        <translation>角度和速度 CSV</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video with skeleton and 3D figure</source>
        <translation>带骨架和人体模型的视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A page to share: video, 3D figure, angles</source>
        <translation>共享页面：视频、模型、角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Biomechanics</source>
        <translation>生物力学</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>MPII, 16 joints</source>
        <translation>MPII，16 个关节</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Human3.6M, 17 joints</source>
        <translation>Human3.6M，17 个关节</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Plain</source>
        <translation>简单</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Unreal mannequin</source>
        <translation>Unreal 人体模型</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>VRM humanoid</source>
        <translation>VRM 人形</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>T: arms sideways</source>
        <translation>T：双臂平举</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A: arms 45° below</source>
        <translation>A：双臂下垂 45°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Standing: arms hanging</source>
        <translation>站立：双臂自然下垂</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Centimetres</source>
        <translation>厘米</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Metres</source>
        <translation>米</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Millimetres</source>
        <translation>毫米</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>As here</source>
        <translation>与此处相同</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>A skeleton that moves, for characters.</source>
        <translation>用于角色的动态骨架。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Points and angles in laboratory units.</source>
        <translation>以实验室单位表示的点和角度。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>Every keypoint of every frame, for your own evaluation.</source>
        <translation>每一帧的每个关键点，供您自行分析。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/export_words.py"/>
        <source>To look at and to show, with the skeleton drawn in.</source>
        <translation>用于观看和展示，画有骨架。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Which poses are shown: live or reprocessed</source>
        <translation>显示哪些姿态：实时或重新处理</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Person whose figure and angles are shown; or click on one</source>
        <translation>显示其模型和角度的人物；也可单击人物</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Another recording as a faint second figure, started together</source>
        <translation>将另一录制显示为浅色的第二个模型，同时开始</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Offset</source>
        <translation>偏移</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source> s offset</source>
        <translation> 秒偏移</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Time offset of the other recording against the start of the range</source>
        <translation>另一录制相对于区间起点的时间偏移</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording from another folder (Ctrl+O)</source>
        <translation>打开其他文件夹中的录制（Ctrl+O）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Reprocess</source>
        <translation>重新处理</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Re-run the network on every frame, zero-lag smoothing; the live result is kept</source>
        <translation>对每一帧重新运行网络，零滞后平滑；实时结果会保留</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save plot…</source>
        <translation>保存曲线…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot as an image or a table (Ctrl+P)</source>
        <translation>将曲线保存为图像或表格（Ctrl+P）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>To files for other programs (Ctrl+E)</source>
        <translation>导出为其他程序的文件（Ctrl+E）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Move to the trash (Del); can be undone (Ctrl+Z)</source>
        <translation>移到回收站（Del）；可以撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Save the plot</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Open a recording</source>
        <translation>打开录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>Nothing</source>
        <comment>to compare with</comment>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/head_bar.py"/>
        <source>The {result}</source>
        <translation>{result}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recording now</source>
        <translation>正在录制</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Cannot be opened</source>
        <translation>无法打开</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Recordings, the newest first</source>
        <translation>录制，最新的在前</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>in {folder}</source>
        <translation>在 {folder} 中</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Compare with this</source>
        <translation>与此比较</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/library.py"/>
        <source>Take off the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next frame</source>
        <translation>下一帧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous frame</source>
        <translation>上一帧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Forward one second</source>
        <translation>前进一秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Back one second</source>
        <translation>后退一秒</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>First frame</source>
        <translation>第一帧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Last frame</source>
        <translation>最后一帧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Next marker</source>
        <translation>下一个标记</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Previous marker</source>
        <translation>上一个标记</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Faster</source>
        <translation>加快</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Slower</source>
        <translation>减慢</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Start of range</source>
        <translation>区间起点</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>End of range</source>
        <translation>区间终点</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/player.py"/>
        <source>No image for this frame</source>
        <translation>此帧没有图像</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Angles over time</source>
        <translation>角度随时间的变化</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Click to go there; turn the wheel to zoom, double-click to see all</source>
        <translation>单击跳转；滚轮缩放，双击查看全部</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>posecam: joint angles</source>
        <translation>posecam：关节角度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>the image could not be written</source>
        <translation>无法写入图像</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>{path} cannot be written: {why}.</source>
        <translation>无法写入 {path}：{why}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>Dashed: {name}</source>
        <translation>虚线：{name}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/plots.py"/>
        <source>no reason given</source>
        <translation>未说明原因</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is reprocessed: all {frames} frames have poses, live it was {live}.</source>
        <translation>{name} 已重新处理：全部 {frames} 帧都有姿态，实时为 {live} 帧。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{missing} of {all} frames were skipped while recording and have no pose.</source>
        <translation>录制时跳过了 {all} 帧中的 {missing} 帧，没有姿态。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: loading the pose model…</source>
        <translation>正在重新处理 {name}：加载姿态模型…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Compare with the live result</source>
        <translation>与实时结果比较</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: one at a time.</source>
        <translation>正在重新处理 {name}：每次只能处理一个。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} is being reprocessed: cancel that, or wait.</source>
        <translation>正在重新处理 {name}：请取消或等待。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: smoothing…</source>
        <translation>正在重新处理 {name}：平滑…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>Reprocessing {name}: frame {done} of {all}</source>
        <translation>正在重新处理 {name}：第 {done} / {all} 帧</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/results.py"/>
        <source>{name} stays as it was.</source>
        <translation>{name} 保持不变。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Drawing</source>
        <translation>矢量图</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/save_plot.py"/>
        <source>{file} should end in .png, .svg or .csv.</source>
        <translation>{file} 的扩展名应为 .png、.svg 或 .csv。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash…</source>
        <translation>回收站…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Bring back what was deleted, or remove it for good (Ctrl+Del)</source>
        <translation>恢复已删除的录制，或将其永久删除（Ctrl+Del）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/shelf.py"/>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/take.py"/>
        <source>The recording {folder} has no frames: nothing to look at.</source>
        <translation>录制 {folder} 没有帧：没有可显示的内容。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/timeline.py"/>
        <source>Bars: joint confidence. Hatched: camera disconnected. Flags: markers. Drag to move through time, drag the handles to choose a range (I, O).</source>
        <translation>条形：关节置信度。斜线：摄像头断开。旗标：标记。拖动以移动时间，拖动手柄以选择区间（I、O）。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>First frame (Home)</source>
        <translation>第一帧（Home）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Previous frame (←)</source>
        <translation>上一帧（←）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play (Space)</source>
        <translation>播放（空格）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Next frame (→)</source>
        <translation>下一帧（→）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Last frame (End)</source>
        <translation>最后一帧（End）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Speed (↑ faster, ↓ slower)</source>
        <translation>速度（↑ 加快，↓ 减慢）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the chosen range again and again (L)</source>
        <translation>反复播放所选区间（L）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play the sound, at the speed of life (V)</source>
        <translation>以正常速度播放声音（V）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim</source>
        <translation>剪裁</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Make a new recording of the chosen range; this one stays (T)</source>
        <translation>用所选区间创建新录制；此录制保留（T）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Sound on, off</source>
        <translation>声音开、关</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Loop the range</source>
        <translation>循环播放区间</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Trim to the range</source>
        <translation>剪裁到区间</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/transport.py"/>
        <source>frame {number}</source>
        <translation>第 {number} 帧</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>%n recordings, {size}</source>
        <translation>
            <numerusform>%n 个录制，{size}</numerusform>
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
        <translation>已删除的录制，最近删除的在前</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Reading the trash…</source>
        <translation>正在读取回收站…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Remove {size}, for good?</source>
        <translation>永久删除 {size}？</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>This cannot be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Emptying the trash…</source>
        <translation>正在清空回收站…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>Empty trash…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>deleted {when}</source>
        <translation>删除于 {when}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>{amount}. Each can be brought back until the trash is emptied.</source>
        <translation>{amount}。清空回收站之前都可以恢复。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/trash.py"/>
        <source>from {folder}</source>
        <translation>来自 {folder}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Refresh the list</source>
        <translation>刷新列表</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>Saved {path}.</source>
        <translation>已保存 {path}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/window.py"/>
        <source>{name} angles.png</source>
        <translation>{name} 角度.png</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/review/work.py"/>
        <source>Something unexpected happened: {error}.</source>
        <translation>发生了意外问题：{error}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast</source>
        <translation>快速</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Fast: for weak computers</source>
        <translation>快速：适合较慢的电脑</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Balanced: for most computers</source>
        <translation>均衡：适合大多数电脑</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/engine_labels.py"/>
        <source>Best: for fast computers</source>
        <translation>最佳：适合快速的电脑</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>This sheet</source>
        <translation>此列表</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/keys.py"/>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/notice_bar.py"/>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
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
        <translation>3D 视图需要 OpenGL 2.1，此屏幕或驱动程序不支持。
其他功能均可使用，录制中同样包含 3D 关节。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Measured</source>
        <translation>测量</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set by you</source>
        <translation>由您设定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>measured</source>
        <translation>测得</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front</source>
        <translation>正面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side</source>
        <translation>侧面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top</source>
        <translation>顶部</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Front view</source>
        <translation>正面视图</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Side view</source>
        <translation>侧面视图</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Top view</source>
        <translation>顶部视图</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>field of view {angle:g}°</source>
        <translation>视场角 {angle:g}°</translation>
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
        <translation>身高 {cm:g} cm</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>view {angle:g}°</source>
        <translation>视场 {angle:g}°</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}.</source>
        <translation>水平：{level}。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>pose</source>
        <translation>姿态</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>proportions</source>
        <translation>比例</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate</source>
        <translation>自动旋转</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Rotate the view slowly around the figure (Space)</source>
        <translation>视图围绕模型缓慢旋转（空格）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Sticks</source>
        <translation>线条</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Draw bones and joints instead of a body (B)</source>
        <translation>绘制骨骼和关节而非身体（B）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Stand upright for three seconds: measures your proportions and the camera's tilt (C)</source>
        <translation>站直三秒：测量您的身体比例和摄像头倾角（C）</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Level: {level}</source>
        <translation>水平：{level}</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Auto-rotate the 3D view</source>
        <translation>自动旋转 3D 视图</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>Opens the settings of the figure</source>
        <translation>打开人体模型设置</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>{origin}: {parts}. Opens the settings of the figure.</source>
        <translation>{origin}：{parts}。打开人体模型设置。</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the front</source>
        <translation>3D 正面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the side</source>
        <translation>3D 侧面</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D from the top</source>
        <translation>3D 顶部</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_panel.py"/>
        <source>3D body or sticks</source>
        <translation>3D 身体或线条</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/skeleton_view.py"/>
        <source>3D view</source>
        <translation>3D 视图</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/shared/video_view.py"/>
        <source>Make this the main person</source>
        <translation>设为主要人物</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Character</source>
        <translation>角色</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character</source>
        <translation>打开角色</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Characters ({endings})</source>
        <translation>角色（{endings}）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>A .glb or .vrm of your own in the place of the mannequin (Shift+B)</source>
        <translation>用自己的 .glb 或 .vrm 代替人体模型（Shift+B）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Open a character…</source>
        <translation>打开角色…</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Mannequin</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Your own character, or the mannequin</source>
        <translation>自己的角色或默认模型</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Compared recording beside or on top</source>
        <translation>比较对象并排或重叠</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit the 3D view to the person</source>
        <translation>让 3D 视图适合人物</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Follow the person in 3D</source>
        <translation>在 3D 中跟随人物</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Keep the whole person in view, and what they reach (Shift+F)</source>
        <translation>始终显示完整的人物及其伸展范围（Shift+F）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Let the compared recording stand beside, not on top (G)</source>
        <translation>将比较对象放在旁边而非重叠（G）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Fit</source>
        <translation>适合</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Frame the person as they are now (F)</source>
        <translation>按人物当前状态取景（F）</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Beside</source>
        <translation>并排</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Video with skeletons</source>
        <translation>带骨架的视频</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Figure on a plain colour</source>
        <translation>纯色背景上的模型</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Magenta</source>
        <translation>品红</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>posecam as a camera in OBS, Zoom, Teams and browsers</source>
        <translation>将 posecam 作为 OBS、Zoom、Teams 和浏览器的摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Virtual camera</source>
        <translation>虚拟摄像头</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{device}: {sent} images sent</source>
        <translation>{device}：已发送 {sent} 张图像</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop (Wayland) keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>此桌面（Wayland）不向非前台程序提供按键：可改用拍手、举起双臂或手机来开始录制。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>macOS keeps keys from programs that are not in front: a clap, raised arms or a telephone start a take instead.</source>
        <translation>macOS 不向非前台程序提供按键：可改用拍手、举起双臂或手机来开始录制。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Ctrl+Alt+R is taken by another program.</source>
        <translation>Ctrl+Alt+R 已被其他程序占用。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>This desktop tells programs of no key while others are in front.</source>
        <translation>其他程序在前台时，此桌面不会向程序通知按键。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>{key} starts and stops from any program</source>
        <translation>在任何程序中按 {key} 开始和停止</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Foot contact</source>
        <translation>触地</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Where the person walks: steps a minute, the time of the step that ends with each foot, and how much of its stride it stands. Jumps by flight time: as stretched on landing as on leaving the ground, the camera still.</source>
        <translation>行走时：每分钟步数、以各脚结束的一步所用时间，以及其步态周期中触地的比例。跳跃按腾空时间计算：落地与起跳时身体同样伸展，摄像头静止。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>What rests on the ground in the frame shown: right foot, left foot</source>
        <translation>所显示的帧中触地的部位：右脚、左脚</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps</source>
        <translation>步行和跳跃</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>Steps and jumps as CSV</source>
        <translation>步行和跳跃 CSV</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>flat</source>
        <translation>全脚</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>heel</source>
        <translation>脚跟</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>toes</source>
        <translation>脚尖</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>in the air</source>
        <translation>腾空</translation>
    </message>
    <message numerus="yes">
        <location filename="../../posecam"/>
        <source>%n steps</source>
        <translation>
            <numerusform>%n 步</numerusform>
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
            <numerusform>%n 次跳跃</numerusform>
        </translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>up to {height:.0f} cm</source>
        <translation>最高 {height:.0f} cm</translation>
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
        <translation>{side}触地 {share:.0f} %</translation>
    </message>
    <message>
        <location filename="../../posecam/gui/live/stream_control.py"/>
        <source>The virtual camera cannot show the figure: there is no OpenGL here.</source>
        <translation>虚拟摄像头无法显示人体模型：这里没有 OpenGL。</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>demo clip</source>
        <translation>演示片段</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>camera {1}</source>
        <translation>摄像头 {1}</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>live result</source>
        <translation>实时结果</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>reprocessed result</source>
        <translation>重新处理的结果</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Knee flexion</source>
        <translation>膝关节屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip flexion</source>
        <translation>髋关节屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Hip abduction</source>
        <translation>髋关节外展</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Elbow flexion</source>
        <translation>肘关节屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder elevation</source>
        <translation>肩关节上举</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Shoulder plane</source>
        <translation>肩关节上举平面</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk flexion</source>
        <translation>躯干屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk lateral</source>
        <translation>躯干侧屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk inclination</source>
        <translation>躯干倾斜</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Trunk rotation</source>
        <translation>躯干旋转</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Ankle dorsiflexion</source>
        <translation>踝关节背屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Foot progression</source>
        <translation>足偏角</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head flexion</source>
        <translation>头部屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head lateral</source>
        <translation>头部侧屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Head rotation</source>
        <translation>头部旋转</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis obliquity</source>
        <translation>骨盆侧倾</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Pelvis rotation</source>
        <translation>骨盆旋转</translation>
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
        <translation>右髋屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip flexion</source>
        <translation>左髋屈曲</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right hip abduction</source>
        <translation>右髋外展</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left hip abduction</source>
        <translation>左髋外展</translation>
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
        <translation>右肩上举</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder elevation</source>
        <translation>左肩上举</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right shoulder plane</source>
        <translation>右肩上举平面</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left shoulder plane</source>
        <translation>左肩上举平面</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right ankle dorsiflexion</source>
        <translation>右踝背屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left ankle dorsiflexion</source>
        <translation>左踝背屈</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Right foot progression</source>
        <translation>右足偏角</translation>
    </message>
    <message>
        <location filename="../../posecam/kinematics/angles.py"/>
        <source>Left foot progression</source>
        <translation>左足偏角</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} packets could not be decoded.</source>
        <translation>{1} 已损坏：{2} 个数据包无法解码。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>{1} is damaged: {2} of {3} frames could only be decoded in part, and they and those after them may be smeared.</source>
        <translation>{1} 已损坏：{3} 帧中有 {2} 帧只能部分解码，这些帧及其后的画面可能模糊。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/decoded.py"/>
        <source>The clock of {1} jumps ahead by {2} after {3} s{4}: that time is left out.</source>
        <translation>{1} 的时钟在 {3} 秒后跳跃了 {2}{4}：该段时间已略去。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>There is no camera, file or folder called "{1}" (cameras here: {2}).</source>
        <translation>没有名为“{1}”的摄像头、文件或文件夹（本机摄像头：{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>More than one camera is called "{1}": choose by number, {2}.</source>
        <translation>有多个摄像头名为“{1}”：请按编号选择，{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/devices.py"/>
        <source>{1} is not plugged in.</source>
        <translation>{1} 未接入。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} holds no images.</source>
        <translation>文件夹 {1} 中没有图像。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} is cut short: {2} of {3} images could be read.</source>
        <translation>{1} 不完整：{3} 张图像中只能读取 {2} 张。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the images in {2} could not be read.</source>
        <translation>{2} 中有 {1} 张图像无法读取。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>{1} of the files in {2} hold several images: only the first of each is used.</source>
        <translation>{2} 中有 {1} 个文件包含多张图像：每个只使用第一张。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/images.py"/>
        <source>The folder {1} cannot be read: {2}.</source>
        <translation>无法读取文件夹 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no image that can be read.</source>
        <translation>{1} 有响应，但没有发送可读取的图像。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} sends images that cannot be read.</source>
        <translation>{1} 发送的图像无法读取。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} has ended its stream.</source>
        <translation>{1} 的视频流已结束。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/ip_camera.py"/>
        <source>{1} answers, but sends no video.</source>
        <translation>{1} 有响应，但没有发送视频。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS is asking whether the camera may be used: answer it with OK.</source>
        <translation>macOS 正在询问是否允许使用摄像头：请选择“好”。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>The administrator of this Mac has switched its cameras off for such programs.</source>
        <translation>此 Mac 的管理员已禁止此类程序使用摄像头。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/macos_permission.py"/>
        <source>macOS keeps the camera from posecam: switch it on for posecam, or for the terminal that started it, under System Settings &gt; Privacy &amp; Security &gt; Camera, and start it again.</source>
        <translation>macOS 不允许 posecam 使用摄像头：请在“系统设置”&gt;“隐私与安全性”&gt;“摄像头”中允许 posecam 或启动它的终端，然后重新启动。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/options.py"/>
        <source>"{1}" is no format of a camera: write it as 1280x720@30 MJPG, any part of which may be left out.</source>
        <translation>“{1}”不是摄像头格式：请写成 1280x720@30 MJPG，其中任何部分都可以省略。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} sends no images: is its screen off, or another page in front of it?</source>
        <translation>{1} 没有发送图像：屏幕是否已关闭，或被其他页面遮挡？</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} has disconnected: is its page still open?</source>
        <translation>{1} 已断开：其页面是否仍打开？</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/phone.py"/>
        <source>{1} is not connected: open the remote (P) and scan its code with it.</source>
        <translation>{1} 未连接：请打开遥控（P）并用它扫描二维码。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No source was given: name a camera, a file, a folder or an address.</source>
        <translation>未指定来源：请指定摄像头、文件、文件夹或地址。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no camera {1}…: its number is too long.</source>
        <translation>没有摄像头 {1}…：编号过长。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>No telephone was named: write {1} and the name it has in the list.</source>
        <translation>未指定手机：请写 {1} 和列表中的名称。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be read: addresses may begin with {2} only.</source>
        <translation>无法读取 {1}：地址只能以 {2} 开头。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} is not a complete address: it names no host.</source>
        <translation>{1} 不是完整的地址：缺少主机名。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file or folder {1}.</source>
        <translation>没有文件或文件夹 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>There is no file {1}: there is no such user.</source>
        <translation>没有文件 {1}：用户不存在。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/spec.py"/>
        <source>{1} cannot be looked at: {2}.</source>
        <translation>无法查看 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} failed unexpectedly ({2}).</source>
        <translation>{1} 意外失败（{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} sends the same image again and again: it may hang, or its shutter may be closed. Open the shutter, or unplug it and plug it in again.</source>
        <translation>{1} 一直发送同一幅图像：可能已卡住，或镜头盖关闭。请打开镜头盖，或拔下后重新插入。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has stopped sending images; it is tried again if it stays silent. Check its cable or its network.</source>
        <translation>{1} 已停止发送图像；如持续无响应将会重试。请检查连接线或网络。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} Trying again.</source>
        <translation>{1} 正在重试。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>There is nothing to see: is the lens covered, its shutter closed, or the light off?</source>
        <translation>画面一片漆黑：镜头是否被遮挡、镜头盖是否关闭、灯是否关着？</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/thread.py"/>
        <source>{1} has ended.</source>
        <translation>{1} 已结束。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} holds no frame that can be read.</source>
        <translation>视频 {1} 中没有可读取的帧。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is a folder, not a video file.</source>
        <translation>{1} 是文件夹，不是视频文件。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} is empty.</source>
        <translation>文件 {1} 是空的。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video: it holds {2}.</source>
        <translation>{1} 不是视频：其内容为 {2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>There is no file {1}.</source>
        <translation>没有文件 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The file {1} may not be read: permission denied.</source>
        <translation>无法读取文件 {1}：没有权限。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is not a video, or it is damaged.</source>
        <translation>{1} 不是视频，或已损坏。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>{1} is no video that is read: it is a list of others, or of another format.</source>
        <translation>{1} 不是可读取的视频：它是其他文件的列表，或是别的格式。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/video.py"/>
        <source>The video {1} cannot be opened: {2}.</source>
        <translation>无法打开视频 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it.</source>
        <translation>{1} 存在但无法打开：可能正被其他程序使用。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} gives {2} instead of {3}.</source>
        <translation>{1} 提供的是 {2} 而不是 {3}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>There is no camera {1}.</source>
        <translation>没有摄像头 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} is there but cannot be opened: another program may be using it, or Windows' privacy settings keep it closed.</source>
        <translation>{1} 存在但无法打开：可能正被其他程序使用，或被 Windows 隐私设置禁止。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} may not be opened by you: join the group that owns {2} (video).</source>
        <translation>您无权打开 {1}：请加入拥有 {2} 的用户组（video）。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} opens but delivers no image.</source>
        <translation>{1} 可以打开，但没有图像。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} has stopped delivering.</source>
        <translation>{1} 已停止提供图像。</translation>
    </message>
    <message>
        <location filename="../../posecam/capture/webcam.py"/>
        <source>{1} was unplugged.</source>
        <translation>{1} 已拔出。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your feet cannot be seen: step back.</source>
        <translation>看不到您的双脚：请后退。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your head cannot be seen: step back or tilt the camera.</source>
        <translation>看不到您的头部：请后退或调整摄像头角度。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>You cannot be seen clearly: step out from behind things and into the light.</source>
        <translation>看不清您：请离开遮挡物，站到光亮处。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Your arms cannot be seen: let them hang a little away from the body.</source>
        <translation>看不到您的手臂：请让手臂自然下垂，稍微离开身体。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright.</source>
        <translation>请站直。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, not bent over.</source>
        <translation>请站直，不要弯腰。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Face the camera.</source>
        <translation>请面向摄像头。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>The camera looks down or up too steeply to calibrate with: place it more level.</source>
        <translation>摄像头过于向下或向上，无法校准：请放得更水平些。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand upright, with your legs straight.</source>
        <translation>请站直，双腿伸直。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Step into view, so that you are seen from head to foot.</source>
        <translation>请走进画面，从头到脚都要能看到。</translation>
    </message>
    <message>
        <location filename="../../posecam/estimation/calibration.py"/>
        <source>Stand still.</source>
        <translation>请站着别动。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} cannot be written: {2}.</source>
        <translation>无法写入 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>No format was named: choose from {1}.</source>
        <translation>未指定格式：请从 {1} 中选择。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The session {1} has no frames: there is nothing to export.</source>
        <translation>录制 {1} 没有帧：没有可导出的内容。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>{1} is there already and was not replaced.</source>
        <translation>{1} 已存在，未替换。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>There is no format "{1}": choose from {2}.</source>
        <translation>没有格式“{1}”：请从 {2} 中选择。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/__init__.py"/>
        <source>The format "{1}" needs the package {2}, which is not installed: pip install "posecam[{3}]" brings it.</source>
        <translation>格式“{1}”需要未安装的软件包 {2}：可用 pip install "posecam[{3}]" 安装。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/options.py"/>
        <source>{1} samples a second cannot be written: choose {2} to {3}.</source>
        <translation>无法按每秒 {1} 帧写入：请选择 {2} 至 {3}。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>{1} people were seen: this is person {2}, seen longest.</source>
        <translation>检测到 {1} 人：这是出现最久的人物 {2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>Person {1} was never seen in the session {2} (seen: {3}).</source>
        <translation>录制 {2} 中从未出现人物 {1}（出现过：{3}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/person.py"/>
        <source>No person was seen in the session {1}: there is no motion to export.</source>
        <translation>录制 {1} 中没有人物：没有可导出的动作。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The session {1} lasts {2} hours and has {3} frames: at a constant rate it would be {4} samples, nearly all of pauses. Trim it to what matters.</source>
        <translation>录制 {1} 长 {2} 小时，有 {3} 帧：按固定帧率将有 {4} 帧，几乎都是空白。请剪裁到需要的部分。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/trajectory.py"/>
        <source>The 3D poses of the session {1} are empty: there is no motion to export.</source>
        <translation>录制 {1} 的 3D 姿态为空：没有可导出的动作。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/overlay_file.py"/>
        <source>The session {1} has no images: its overlay cannot be drawn.</source>
        <translation>录制 {1} 没有图像：无法绘制骨架。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/html_file.py"/>
        <source>The session {1} has no images: a page shows a video.</source>
        <translation>录制 {1} 没有图像：页面需要视频。</translation>
    </message>
    <message>
        <location filename="../../posecam/export/c3d_file.py"/>
        <source>The session {1} has {2} frames, and C3D holds {3} at most: TRC holds more.</source>
        <translation>录制 {1} 有 {2} 帧，C3D 最多 {3} 帧：TRC 可容纳更多。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>Nothing else here runs the network.</source>
        <translation>本机没有其他可运行网络的引擎。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>This installation of posecam has no network of the quality {1}: the usual one is used instead.</source>
        <translation>此 posecam 没有质量为 {1} 的网络：改用通常的网络。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_choice.py"/>
        <source>{1} The fastest engine that works here is used instead.</source>
        <translation>{1} 改用本机可运行的最快引擎。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/engine_switch.py"/>
        <source>The engine could not be loaded: {1}.</source>
        <translation>无法加载引擎：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>The network is loading.</source>
        <translation>网络正在加载。</translation>
    </message>
    <message>
        <location filename="../../posecam/live/estimator_thread.py"/>
        <source>{1} {2} runs the network instead.</source>
        <translation>{1} 改由 {2} 运行网络。</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>The session {1} has no images that can be read: there is nothing to look at.</source>
        <translation>录制 {1} 没有可读取的图像：没有可处理的内容。</translation>
    </message>
    <message>
        <location filename="../../posecam/offline/reprocess.py"/>
        <source>{1} of {2} cannot be written: {3}.</source>
        <translation>无法写入 {2} 的 {1}：{3}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/cutting.py"/>
        <source>The video {1} cannot be read.</source>
        <translation>无法读取视频 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no frame between {2} and {3} s.</source>
        <translation>录制 {1} 在 {2} 至 {3} 秒之间没有帧。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is already a session "{1}".</source>
        <translation>已有录制“{1}”。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>A note has at most {1} characters.</source>
        <translation>备注最多 {1} 个字符。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} is not in the trash any more.</source>
        <translation>{1} 已不在回收站中。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>There is a new session "{1}": rename it first.</source>
        <translation>已有新的录制“{1}”：请先重命名它。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The session {1} has no manifest that can be read: repair it first.</source>
        <translation>录制 {1} 的清单无法读取：请先修复。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be brought back: {2}.</source>
        <translation>无法恢复 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be renamed: {2}.</source>
        <translation>无法重命名 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>The note cannot be kept in {1}: {2}.</source>
        <translation>无法在 {1} 中保存备注：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be deleted: {2}.</source>
        <translation>无法删除 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/edit.py"/>
        <source>{1} cannot be removed from the trash: {2}.</source>
        <translation>无法从回收站删除 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/listing.py"/>
        <source>The folder of sessions {1} cannot be read: {2}.</source>
        <translation>无法读取录制文件夹 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>There is no session folder {1}.</source>
        <translation>没有录制文件夹 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being recorded: stop that first.</source>
        <translation>录制 {1} 正在进行：请先停止。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} is being worked on already: wait until that is done.</source>
        <translation>录制 {1} 正在处理中：请等待完成。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/lock.py"/>
        <source>The session {1} cannot be read: {2}.</source>
        <translation>无法读取录制 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name has 1 to {1} characters and no point at its ends.</source>
        <translation>录制名称为 1 至 {1} 个字符，首尾不能是句点。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>A session's name cannot contain {1}.</source>
        <translation>录制名称不能包含 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/naming.py"/>
        <source>The name of takes has at most {1} characters.</source>
        <translation>录制名称最多 {1} 个字符。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>{1} is missing.</source>
        <translation>缺少 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/parse.py"/>
        <source>The last line of {1} was cut off and is left out.</source>
        <translation>{1} 的最后一行不完整，已略去。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>{1} is not a session: it holds no {2} and no {3}.</source>
        <translation>{1} 不是录制：既没有 {2} 也没有 {3}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has other joints than this posecam knows.</source>
        <translation>录制 {1} 的关节与此 posecam 不同。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>No frame of the session {1} is between {2} and {3} s: it goes from {4} to {5} s.</source>
        <translation>录制 {1} 在 {2} 至 {3} 秒之间没有帧：其范围是 {4} 至 {5} 秒。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The sound is missing or cannot be read: {1}.</source>
        <translation>声音缺失或无法读取：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The recording was not finished: its last moments may be missing.</source>
        <translation>录制未完成：最后的片刻可能缺失。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/reader.py"/>
        <source>The session {1} has no reprocessed result: `posecam reprocess` makes it.</source>
        <translation>录制 {1} 没有重新处理的结果：可用 `posecam reprocess` 生成。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The disk of {1} does not answer: the end may be missing.</source>
        <translation>{1} 所在的磁盘没有响应：结尾可能缺失。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The sound was not recorded any more: {1}.</source>
        <translation>声音停止录制：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder.py"/>
        <source>The end of the sound was not recorded: {1}.</source>
        <translation>声音的结尾未录制：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/recorder_items.py"/>
        <source>Recording has stopped: {1}. What was recorded until then is kept.</source>
        <translation>录制已停止：{1}。此前录制的内容已保留。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/repair.py"/>
        <source>The session {1} cannot be repaired: {2}.</source>
        <translation>无法修复录制 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} minutes.</source>
        <translation>磁盘将满：剩余 {1} MB，约可录制 {2} 分钟。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free.</source>
        <translation>磁盘将满：剩余 {1} MB。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/room.py"/>
        <source>The disk is getting full: {1} MB are free, enough for about {2} seconds.</source>
        <translation>磁盘将满：剩余 {1} MB，约可录制 {2} 秒。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>Nothing can be recorded into {1}: {2}.</source>
        <translation>无法录制到 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/session/writer.py"/>
        <source>The folder {1} already holds something: record into a new one.</source>
        <translation>文件夹 {1} 中已有内容：请录制到新文件夹。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The folder of recordings {1} cannot be: there is no such user or name.</source>
        <translation>录制文件夹 {1} 无效：没有这样的用户或名称。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings file could not be understood ({1}), so the defaults are used; it was kept as {2}.</source>
        <translation>无法理解设置文件（{1}），因此使用默认值；原文件已保留为 {2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>{1} The usual folder is used; the settings were kept as {2}.</source>
        <translation>{1} 使用通常的文件夹；设置已保留为 {2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/settings.py"/>
        <source>The settings could not be saved to {1}: {2}.</source>
        <translation>无法将设置保存到 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>These are {1} addresses: {2} at most.</source>
        <translation>共有 {1} 个地址：最多 {2} 个。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>{1} is there twice: every person needs a port of their own.</source>
        <translation>{1} 出现了两次：每个人物都需要自己的端口。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}…" is no address: it is too long.</source>
        <translation>“{1}…”不是地址：过长。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as HOST:PORT, without http://.</source>
        <translation>“{1}”不是地址：请写成 HOST:PORT，不带 http://。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: the port must be a number from 1 to 65535.</source>
        <translation>“{1}”不是地址：端口必须是 1 至 65535 的数字。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/options.py"/>
        <source>"{1}" is no address: write it as [IPv6]:PORT.</source>
        <translation>“{1}”不是地址：请写成 [IPv6]:PORT。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote cannot be reached: {1}.</source>
        <translation>无法连接遥控：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>The remote failed ({1}).</source>
        <translation>遥控失败（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its certificate cannot be kept: {1}.</source>
        <translation>无法保存证书：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/remote.py"/>
        <source>Its camera cannot be reached: {1}.</source>
        <translation>无法连接其摄像头：{1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/streams.py"/>
        <source>A WebSocket is offered at one address: everybody is in it.</source>
        <translation>WebSocket 只使用一个地址：所有人都在其中。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent to {1}: {2}.</source>
        <translation>无法将 VMC 发送到 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>VMC cannot be sent: there is no host called "{1}".</source>
        <translation>无法发送 VMC：没有名为“{1}”的主机。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>Sending VMC failed ({1}).</source>
        <translation>VMC 发送失败（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/vmc.py"/>
        <source>No receiver listens at {1} yet.</source>
        <translation>{1} 处尚无接收程序。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open at {1} ({2}).</source>
        <translation>无法在 {1} 打开 WebSocket（{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} is in use by another program.</source>
        <translation>无法打开 WebSocket：端口 {1} 正被其他程序使用。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: this machine is not "{1}".</source>
        <translation>无法打开 WebSocket：本机不是“{1}”。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket cannot open: port {1} may not be used.</source>
        <translation>无法打开 WebSocket：不允许使用端口 {1}。</translation>
    </message>
    <message>
        <location filename="../../posecam/streaming/websocket.py"/>
        <source>The WebSocket failed ({1}).</source>
        <translation>WebSocket 失败（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera needs one more package: pip install 'posecam[virtual-camera]'.</source>
        <translation>虚拟摄像头需要另一个软件包：pip install 'posecam[virtual-camera]'。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install v4l2loopback-dkms, then run sudo modprobe v4l2loopback exclusive_caps=1.</source>
        <translation>没有虚拟摄像头：请安装 v4l2loopback-dkms，然后运行 sudo modprobe v4l2loopback exclusive_caps=1。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio, which brings one.</source>
        <translation>没有虚拟摄像头：请安装自带虚拟摄像头的 OBS Studio。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>There is no virtual camera here: install OBS Studio 30 or later, and start its virtual camera once.</source>
        <translation>没有虚拟摄像头：请安装 OBS Studio 30 或更高版本，并启动一次其虚拟摄像头。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The virtual camera failed ({1}).</source>
        <translation>虚拟摄像头失败（{1}）。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The legs are never seen: the files hold a guess.</source>
        <translation>从未看到腿部：文件内容为推测。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The arms are never seen: the files hold a guess.</source>
        <translation>从未看到手臂：文件内容为推测。</translation>
    </message>
    <message>
        <location filename="../../posecam"/>
        <source>The head is never seen: the files hold a guess.</source>
        <translation>从未看到头部：文件内容为推测。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is damaged ({2}).</source>
        <translation>无法读取 {1}：文件已损坏（{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} is no character that can be read: choose a .glb or .vrm file.</source>
        <translation>{1} 不是可读取的角色：请选择 .glb 或 .vrm 文件。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: the file is cut off.</source>
        <translation>无法读取 {1}：文件被截断。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is not of glTF version 2.</source>
        <translation>无法读取 {1}：不是 glTF 2 版本。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} needs {2}, which is not read: save it without compression.</source>
        <translation>{1} 需要无法读取的 {2}：请以不压缩的方式保存。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} keeps its data in other files: save it as one .glb file.</source>
        <translation>{1} 的数据在其他文件中：请保存为一个 .glb 文件。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} has {2} MB: characters of up to {3} MB are read.</source>
        <translation>{1} 有 {2} MB：最多读取 {3} MB 的角色。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be opened: {2}.</source>
        <translation>无法打开 {1}：{2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/document.py"/>
        <source>{1} cannot be read: it is no glTF or VRM file.</source>
        <translation>无法读取 {1}：不是 glTF 或 VRM 文件。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its bones are not named as Mixamo, Unreal, VRM, Rigify or BVH files name them (looked for: {2}).</source>
        <translation>无法驱动 {1}：其骨骼命名与 Mixamo、Unreal、VRM、Rigify 或 BVH 文件不符（查找：{2}）。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: its VRM humanoid lacks {2}.</source>
        <translation>无法驱动 {1}：其 VRM 人形缺少 {2}。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/humanoid.py"/>
        <source>{1} cannot be moved: it is VRM without a humanoid, which tells its bones.</source>
        <translation>无法驱动 {1}：这是没有人形定义（骨骼说明）的 VRM。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/primitives.py"/>
        <source>{1} has more than {2} vertices, which is too many to move live: reduce it first.</source>
        <translation>{1} 的顶点超过 {2} 个，无法实时驱动：请先精简。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: it is a thing, not a character that bones could move.</source>
        <translation>{1} 没有蒙皮：它是物体，不是骨骼可以驱动的角色。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} has no skin: there is nothing to show.</source>
        <translation>{1} 没有蒙皮：没有可显示的内容。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/reading.py"/>
        <source>{1} cannot be moved: its hips and head lie in one place at rest.</source>
        <translation>无法驱动 {1}：静止时其髋部和头部在同一位置。</translation>
    </message>
    <message>
        <location filename="../../posecam/characters/textures.py"/>
        <source>A texture is larger than {1} pixels along a side.</source>
        <translation>有纹理的边长超过 {1} 像素。</translation>
    </message>
</context>
<context>
    <name>page</name>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>3D figure</source>
        <translation>人体模型</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>What the camera sees</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>If this stays so on an iPhone:</source>
        <translation>如果在 iPhone 上一直如此：</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>load the certificate</source>
        <translation>加载证书</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Then install it and trust it in its Settings.</source>
        <translation>然后在“设置”中安装并信任该证书。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Countdown</source>
        <translation>倒计时</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Discard, again</source>
        <translation>放弃并重录</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker</source>
        <translation>标记</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Scan the code on the computer's screen again.</source>
        <translation>请再次扫描电脑屏幕上的二维码。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many commands: reload the page.</source>
        <translation>命令过多：请重新加载页面。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are connected.</source>
        <translation>连接的手机过多。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected. Trying again…</source>
        <translation>未连接。正在重试…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Marker ({count})</source>
        <translation>标记（{count}）</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Asking for the camera…</source>
        <translation>正在请求摄像头…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>This page may not use the camera: allow it in the browser's settings.</source>
        <translation>此页面不能使用摄像头：请在浏览器设置中允许。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>There is no camera.</source>
        <translation>没有摄像头。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another app uses the camera.</source>
        <translation>其他应用正在使用摄像头。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The camera cannot be opened.</source>
        <translation>无法打开摄像头。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Too many telephones are cameras already.</source>
        <translation>用作摄像头的手机过多。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>The images were refused.</source>
        <translation>图像被拒绝。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Another page of this telephone is the camera.</source>
        <translation>此手机的另一页面是摄像头。</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>End camera</source>
        <translation>关闭摄像头</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Back camera</source>
        <translation>后置摄像头</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Front camera</source>
        <translation>前置摄像头</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>Not connected as a camera. Trying again…</source>
        <translation>未作为摄像头连接。正在重试…</translation>
    </message>
    <message>
        <location filename="../../resources/remote.html"/>
        <source>{name}: not shown on the computer</source>
        <translation>{name}：未在电脑上显示</translation>
    </message>
</context>
</TS>
