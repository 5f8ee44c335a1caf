metodbank.take("names","696ffffd","mentor-pair open-door")
