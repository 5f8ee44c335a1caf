metodbank.take("names","846efef0",["b-diagnostics-to-route b-expert-pairs b-mentoring-bank",{}])
