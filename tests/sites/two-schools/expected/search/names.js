metodbank.take("names","7d5b526f",["mentor-pair open-door",{}])
