"""A headless Chromium with a page of the report in it, through Debian's chromium-driver."""
import base64

from selenium import webdriver
from selenium.webdriver.chrome.service import Service


class Browser:
    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        # The sandbox needs rights that a container often does not give; what is opened is our own file.
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--disable-dev-shm-usage"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def open(self, path, width, scheme, scale=1):
        """Opens a file as a screen of that width and a reader who wants "light" or "dark" shows it."""
        self.width = width
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 900, "deviceScaleFactor": scale, "mobile": width < 600})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})
        self.driver.get(path.resolve().as_uri())

    def ask(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def complaints(self):
        """What the page wrote to the console since the last call, errors of scripts among it."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def picture(self, height=None, top=0):
        """The page as a PNG: from `top` on, as high as said, or whole."""
        if height is None:
            height = self.ask("return document.documentElement.scrollHeight")
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": True,
            "clip": {"x": 0, "y": top, "width": self.width, "height": height, "scale": 1}})
        return base64.b64decode(shot["data"])
